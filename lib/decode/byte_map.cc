// SPDX-License-Identifier: Apache-2.0
#include "decode/byte_map.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/utf8.h"
#include "decode/decode.h"

namespace yiwen {

void TextBuilder::checkpoint(std::uint32_t text_at, std::uint32_t byte_at) {
  if (!out_.text_at.empty() && out_.text_at.back() == text_at) {
    out_.byte_at.back() = byte_at;
    return;
  }
  out_.text_at.push_back(text_at);
  out_.byte_at.push_back(byte_at);
}

// The width of the last code point is known only now that the next one, or the end, is at hand.
void TextBuilder::close_previous(std::uint32_t at) {
  const std::uint32_t width = at - previous_byte_;
  if (run_ > 1 && width != width_) {
    checkpoint(previous_text_, previous_byte_);
    run_ = 1;
  }
  width_ = width;
}

void TextBuilder::code_point(char32_t c, std::uint32_t at) {
  if (run_ > 0) close_previous(at);
  if (run_ == 0 || run_ == kMaxRun) {
    checkpoint(text_size(), at);
    run_ = 0;
  }
  previous_text_ = text_size();
  previous_byte_ = at;
  append_utf8(out_.text, c);
  ++run_;
}

void TextBuilder::well_formed(std::string_view utf8, std::uint32_t at) {
  if (run_ == 0) checkpoint(text_size(), at);
  out_.text += utf8;
  run_ = 1;
}

void TextBuilder::fault(TextRange<SourceBytes> bytes, std::string reason) {
  if (is_utf8_) {
    checkpoint(text_size(), bytes.begin);
    out_.text += "\xEF\xBF\xBD";
    run_ = 0;  // the text behind it begins a run again
  } else {
    code_point(U'\uFFFD', bytes.begin);
  }
  out_.faults.push_back({bytes, std::move(reason)});
}

DecodedText TextBuilder::finish(std::uint32_t end) && {
  if (!is_utf8_ && run_ > 0) close_previous(end);
  checkpoint(text_size(), end);
  return std::move(out_);
}

std::uint32_t byte_offset(const DecodedText& decoded, std::uint32_t at) {
  assert(at <= decoded.text.size() && !decoded.text_at.empty());
  const auto next = std::upper_bound(decoded.text_at.begin(), decoded.text_at.end(), at);
  const auto i = static_cast<std::size_t>(next - decoded.text_at.begin()) - 1;
  const std::uint32_t byte = decoded.byte_at[i];
  if (next == decoded.text_at.end()) return byte;
  const std::uint32_t run_bytes = decoded.byte_at[i + 1] - byte;
  if (decoded.encoding == "UTF-8") return byte + std::min(at - decoded.text_at[i], run_bytes);

  const std::string_view text = decoded.text;
  const std::uint32_t all = count_code_points(text.substr(decoded.text_at[i], *next - decoded.text_at[i]));
  std::uint32_t before = count_code_points(text.substr(decoded.text_at[i], at - decoded.text_at[i]));
  const bool inside = at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  if (inside) --before;
  return byte + run_bytes / all * before;
}

}  // namespace yiwen
