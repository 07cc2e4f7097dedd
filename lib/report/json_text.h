// SPDX-License-Identifier: Apache-2.0
//
// JSON while it is being written, and the parts that a report and a batch have in common.
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/escape.h"
#include "yiwen/report.h"

namespace yiwen {

// Writes into one string and puts the commas. Holds no tree: a report of many long texts is written in one pass.
class JsonText {
 public:
  // The documents that places are named by; they must outlive it.
  explicit JsonText(const std::vector<ReportDocument>& documents) : documents_(documents) {}

  // So many bytes are to come: asked for at once, they are not moved as they grow.
  void expect(std::size_t bytes) { out_.reserve(bytes); }

  void open(char bracket) { begin_value(), out_ += bracket, first_ = true; }
  void close(char bracket) { out_ += bracket, first_ = false; }
  void name(std::string_view key) {
    begin_value();
    append_json_string(out_, key);
    out_ += ':';
    first_ = true;  // no comma between a name and its value
  }
  // A new line in front of the next name or value, for the reader of the file.
  void break_line() { broken_ = true; }

  void text(std::string_view value) { begin_value(), append_json_string(out_, value); }
  void number(std::uint64_t value) { begin_value(), append(value); }
  void null() { begin_value(), out_ += "null"; }
  // Four decimals: a ten-thousandth of a text is less than what any threshold looks at.
  void share(double value) {
    begin_value();
    std::string digits = fmt::format("{:.4f}", std::isfinite(value) ? value : 0.0);
    while (digits.back() == '0') digits.pop_back();
    if (digits.back() == '.') digits += '0';
    out_ += digits;
  }
  void range(CodePointRange value) {
    begin_value();
    out_ += '[', append(value.begin), out_ += ',', append(value.end), out_ += ']';
  }

  void text(std::string_view key, std::string_view value) { name(key), text(value); }
  void range(std::string_view key, CodePointRange value) { name(key), range(value); }
  void document(std::uint32_t index) {
    text("doc", index < documents_.size() ? std::string_view(documents_[index].id) : std::string_view());
  }
  void place(const Place& value) { open('{'), document(value.document), range("range", value.range), close('}'); }
  void place(std::string_view key, const std::optional<Place>& value) {
    if (value) name(key), place(*value);
  }

  // A whole JSON value that was written elsewhere.
  void value(std::string_view json) { begin_value(), out_ += json; }

  [[nodiscard]] std::string finish() && { return std::move(out_) + "\n"; }

 private:
  void begin_value() {
    if (!first_) out_ += ',';
    if (broken_) out_ += '\n';
    first_ = broken_ = false;
  }
  void append(std::uint64_t value) {
    const fmt::format_int digits(value);
    out_.append(digits.data(), digits.size());
  }

  const std::vector<ReportDocument>& documents_;
  std::string out_;
  bool first_ = true;
  bool broken_ = false;
};

// "name", "version" and "options" of the program, inside of an open object.
void write_program(JsonText& json, std::string_view version,
                   const std::vector<std::pair<std::string, std::string>>& options);
// "decisions", on a line each; nothing where there are none.
void write_decisions(JsonText& json, const std::vector<Decision>& decisions);
// "diagnostics", on a line each.
void write_diagnostics(JsonText& json, const std::vector<Diagnostic>& diagnostics);

}  // namespace yiwen
