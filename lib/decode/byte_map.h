// SPDX-License-Identifier: Apache-2.0
//
// Collects decoded code points into text and the map from its offsets to the bytes of the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "yiwen/document.h"

namespace yiwen {

// The runs of the map. A checkpoint (text_at[i], byte_at[i]) begins a run in which
//   in UTF-8              text and bytes advance alike, except that U+FFFD for a fault is a run of its own
//   in other encodings    every code point takes the same number of bytes, which is
//                         (byte_at[i + 1] - byte_at[i]) / (code points in the run)
// Chinese in a legacy encoding changes its width at digits and line breaks only, so runs are long: kMaxRun keeps a
// look-up, which counts the code points of one run, short. The last checkpoint is the end of the text and of the file.
class TextBuilder {
 public:
  // Code points in a run, at most. Range 16..1024: smaller takes more memory (8 bytes a run), larger more time a
  // look-up.
  static constexpr std::uint32_t kMaxRun = 128;

  explicit TextBuilder(std::string encoding, bool is_utf8) : is_utf8_(is_utf8) { out_.encoding = std::move(encoding); }

  void reserve(std::size_t text_bytes) { out_.text.reserve(text_bytes); }
  // A code point that begins at byte `at` of the file. REQUIRES: not NUL; `at` never falls from call to call
  void code_point(char32_t c, std::uint32_t at);
  // Well-formed UTF-8 from byte `at` on. REQUIRES: is_utf8, no NUL in it
  void well_formed(std::string_view utf8, std::uint32_t at);
  // Bytes that could not be decoded, or NUL: U+FFFD in the text.
  void fault(TextRange<SourceBytes> bytes, std::string reason);

  // REQUIRES: `end` is the size of the file
  [[nodiscard]] DecodedText finish(std::uint32_t end) &&;

 private:
  void checkpoint(std::uint32_t text_at, std::uint32_t byte_at);
  void close_previous(std::uint32_t at);
  [[nodiscard]] std::uint32_t text_size() const { return static_cast<std::uint32_t>(out_.text.size()); }

  DecodedText out_;
  bool is_utf8_;
  std::uint32_t run_ = 0;            // code points in the open run
  std::uint32_t width_ = 0;          // bytes that each of them but the last takes, once run_ > 1
  std::uint32_t previous_text_ = 0;  // where the last code point begins
  std::uint32_t previous_byte_ = 0;
};

}  // namespace yiwen
