// SPDX-License-Identifier: Apache-2.0
//
// A byte-order mark decides, then the caller's label, then detection (detect.cc). What has been decided is then carried
// out to the last byte: what does not decode is listed as a fault and stands as U+FFFD, and nothing is dropped.
#include "decode/decode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <utility>

#include "base/utf8_check.h"
#include "decode/byte_map.h"
#include "decode/detect.h"
#include "decode/encoding.h"
#include "decode/icu_decode.h"

namespace yiwen {

namespace {

using namespace std::string_view_literals;

// UTF-8 takes up to three bytes for one of the file, and offsets have 32 bits.
constexpr std::size_t kMaxBytes = std::numeric_limits<std::uint32_t>::max() / 3;

// A text may hold a stray control character; a file with more than this share of them is none. A page of print has none
// at all, random bytes have 11 %. Range 2..10 %.
constexpr double kMaxControlShare = 0.05;
constexpr std::size_t kFewControls = 3;  // never held against a text of some length

// Files that are known by their first bytes not to be plain text, whatever their name says.
constexpr auto kOtherFormats = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"%PDF-"sv, "a PDF file"},
    {"PK\x03\x04"sv, "a ZIP archive or Office document"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office document"},
    {"{\\rtf"sv, "an RTF document"},
    {"\x89PNG\r\n"sv, "a PNG image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"GIF8"sv, "a GIF image"},
    {"\x1F\x8B"sv, "a gzip archive"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    {"\x7F"
     "ELF"sv,
     "a program"},
});

std::string listed(std::string_view bytes) {
  constexpr std::size_t kShown = 8;
  std::string out;
  for (const char byte : bytes.substr(0, kShown)) {
    out += fmt::format("{}0x{:02x}", out.empty() ? "" : " ", static_cast<unsigned char>(byte));
  }
  return bytes.size() > kShown ? out + " ..." : out;
}

// Sits between the decoder and the builder: sees to NUL and counts what no text holds.
class Writer final : public CodePointSink {
 public:
  Writer(std::string_view bytes, const std::string& encoding, std::uint32_t begin)
      : bytes_(bytes), encoding_(encoding), begin_(begin), builder_(encoding, encoding == "UTF-8") {
    builder_.reserve(bytes.size() + bytes.size() / 2);
  }

  void code_point(char32_t c, std::uint32_t at) override {
    ++count_;
    if (is_control(c)) ++controls_, first_control_ = std::min(first_control_, begin_ + at);
    if (c != 0) return builder_.code_point(c, begin_ + at);
    const std::uint32_t width = encoding_.starts_with("UTF-16") ? 2 : encoding_.starts_with("UTF-32") ? 4 : 1;
    builder_.fault({begin_ + at, begin_ + at + width}, "NUL");
  }

  void ill_formed(TextRange<SourceBytes> range) override {
    ++count_;
    ++ill_formed_;
    first_ill_formed_ = std::min(first_ill_formed_, begin_ + range.begin);
    const TextRange<SourceBytes> in_file{begin_ + range.begin, begin_ + range.end};
    builder_.fault(in_file,
                   fmt::format("not valid {} ({})", encoding_, listed(bytes_.substr(in_file.begin, in_file.size()))));
  }

  // UTF-8 goes through in long pieces.
  void utf8(std::string_view bytes) {
    std::size_t plain = 0;  // begin of what is not written yet
    const auto flush = [&](std::size_t end) {
      if (end > plain)
        builder_.well_formed(bytes.substr(plain, end - plain), begin_ + static_cast<std::uint32_t>(plain));
    };
    for (std::size_t at = 0; at < bytes.size();) {
      const Utf8Piece piece = utf8_piece(bytes, at);
      const auto begin = static_cast<std::uint32_t>(at), end = static_cast<std::uint32_t>(at + piece.length);
      if (!piece.well_formed || bytes[at] == '\0') {
        flush(at);
        plain = end;
        if (piece.well_formed) {
          code_point(0, begin);
        } else {
          ill_formed({begin, end});
        }
      } else {
        ++count_;
        if (piece.length == 1 && is_control(static_cast<unsigned char>(bytes[at]))) {
          ++controls_, first_control_ = std::min(first_control_, begin_ + begin);
        }
      }
      at = end;
    }
    flush(bytes.size());
  }

  [[nodiscard]] Result<DecodedText> finish(const std::string& file, double confidence) && {
    const bool is_mostly_controls = static_cast<double>(controls_) > kMaxControlShare * static_cast<double>(count_) &&
                                    (controls_ > kFewControls || controls_ * 2 > count_);
    if (is_mostly_controls) {
      return Error{ErrorCode::damaged, file, first_control_,
                   fmt::format("not a text: {} of {} characters are control characters", controls_, count_)};
    }
    if (ill_formed_ * 2 > count_) {
      return Error{ErrorCode::damaged, file, first_ill_formed_,
                   fmt::format("not a text in {}: {} of {} characters are not valid", encoding_, ill_formed_, count_)};
    }
    DecodedText decoded = std::move(builder_).finish(static_cast<std::uint32_t>(bytes_.size()));
    if (count_ > 0) confidence *= 1.0 - static_cast<double>(ill_formed_) / static_cast<double>(count_);
    decoded.confidence = confidence;
    return decoded;
  }

 private:
  static bool is_control(char32_t c) {
    return (c < 0x20 && !(c >= '\t' && c <= '\r')) || (c >= 0x7F && c < 0xA0 && c != 0x85);
  }

  std::string_view bytes_;  // the whole file
  std::string encoding_;
  std::uint32_t begin_;  // where in the file decoding begins
  TextBuilder builder_;
  std::size_t count_ = 0, controls_ = 0, ill_formed_ = 0;
  std::uint32_t first_control_ = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t first_ill_formed_ = std::numeric_limits<std::uint32_t>::max();
};

Result<DecodedText> decode_as(const Document& document, const Detected& detected, std::size_t begin) {
  const std::string_view bytes = document.bytes;
  Writer writer(bytes, detected.encoding, static_cast<std::uint32_t>(begin));
  if (detected.encoding == "UTF-8") {
    writer.utf8(bytes.substr(begin));
  } else {
    icu_decode(bytes.substr(begin), detected.encoding, AtEnd::ill_formed, writer);
  }
  return std::move(writer).finish(document.source, detected.confidence);
}

// Where what is no text in any encoding ceases to be ASCII text.
std::size_t first_strange_byte(std::string_view bytes) {
  const auto is_strange = [](char c) {
    return static_cast<unsigned char>(c) >= 0x7F || (c < 0x20 && !(c >= '\t' && c <= '\r'));
  };
  return static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_strange) - bytes.begin());
}

}  // namespace

Result<DecodedText> decode(const Document& document, const DecodeOptions& options) {
  const std::string_view bytes = document.bytes;
  if (bytes.size() > kMaxBytes) {
    return Error{ErrorCode::over_limit, document.source, std::nullopt,
                 fmt::format("{} bytes, more than the {} that offsets can tell", bytes.size(), kMaxBytes)};
  }
  const auto mark = byte_order_mark(bytes);
  if (document.decoded)
    return decode_as(document, {"UTF-8", 1.0}, mark && mark->encoding == "UTF-8" ? mark->length : 0);

  for (const auto& [begin, what] : kOtherFormats) {
    if (bytes.starts_with(begin)) {
      return Error{ErrorCode::damaged, document.source, 0, fmt::format("{}, not a plain text", what)};
    }
  }
  if (mark) return decode_as(document, {mark->encoding, 1.0}, mark->length);
  if (!options.encoding.empty()) {
    const auto encoding = encoding_of_label(options.encoding);
    if (encoding) return decode_as(document, {*encoding, 1.0}, 0);
    return Error{ErrorCode::bad_option, document.source, std::nullopt,
                 fmt::format("unknown encoding \"{}\"", options.encoding)};
  }
  const auto detected = detect_encoding(bytes);
  if (!detected) {
    return Error{ErrorCode::damaged, document.source, first_strange_byte(bytes), "not a text in any known encoding"};
  }
  return decode_as(document, *detected, 0);
}

TextDecoder text_decoder(const DecodeOptions& options) {
  return {.decode = [options](const Document& document) { return decode(document, options); }, .byte_at = byte_offset};
}

}  // namespace yiwen
