// SPDX-License-Identifier: Apache-2.0
//
// Errors that the world causes are values. An Error names what went wrong and where; messages are lower-case, have no
// full stop, and carry the name and the numbers: "corpus/a.txt: byte 1042 is not valid GB18030 (0x80 0xff)".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace yiwen {

enum class ErrorCode {
  not_found,       // no such file or folder
  unreadable,      // exists, but the system refuses to give its bytes
  unsupported,     // a kind of input that no room reads
  damaged,         // bytes that are not what they claim to be
  over_limit,      // larger, deeper or slower than the option allows
  bad_option,      // an option or argument that makes no sense
  not_written,     // an output that could not be written
};

struct Error {
  ErrorCode code = ErrorCode::unsupported;
  std::string file;                      // path as the user gave it; empty where no file is concerned
  std::optional<std::uint64_t> byte;     // offset in that file, where known
  std::string reason;

  friend bool operator==(const Error&, const Error&) = default;
};

// One line, "file: byte N: reason", for a terminal or a list in a report.
[[nodiscard]] std::string to_string(const Error& error);

// A value or the Error that kept it from being made.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}           // NOLINT(google-explicit-constructor): a value is a result
  Result(Error error) : state_(std::move(error)) {}       // NOLINT(google-explicit-constructor): so is an error

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok()
  [[nodiscard]] const T& value() const& { return std::get<T>(state_); }
  [[nodiscard]] T& value() & { return std::get<T>(state_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(state_)); }
  // REQUIRES: !ok()
  [[nodiscard]] const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace yiwen
