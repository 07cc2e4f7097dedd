// SPDX-License-Identifier: Apache-2.0
//
// UTF-8 read as GBK turns two Han characters, six bytes, into three others: 医院 E5 8C BB E9 99 A2 -> 鍖 E58C 婚 BBE9
// 櫌 99A2. Written in GBK again, they are the six bytes, and no table of debris is needed to see it.
//
// Could a writer have written such words? They would have to begin with one of 384 rare characters (浜, 鍖, 缃), their
// six GBK bytes would have to be well-formed UTF-8, and the two characters that come of it would have to be among the
// 3755 that GB 2312 gives as the common ones. All three together do not happen by chance; the test holds this against
// all the clean Chinese of the corpus. One character alone (three bytes) borrows a byte from its neighbour and cannot
// be told.
#include "normalize/garbled.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "base/utf8.h"

namespace yiwen {

namespace {

using Byte = unsigned char;

// Characters that a garbled run must come to: two of the common ones.
constexpr std::uint32_t kLeastCommon = 2;
// Longest run looked at, in GBK bytes: a paragraph that is garbled as a whole is found run by run.
constexpr std::size_t kMostBytes = 240;

// GBK of one character: two bytes, or nothing.
class GbkBytes {
 public:
  GbkBytes() {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open("windows-936", &status));
    if (U_FAILURE(status)) converter_.reset();
    if (converter_)
      ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }

  [[nodiscard]] std::optional<std::array<Byte, 2>> of(char32_t c) const {
    if (!converter_ || c < 0x80 || c > 0xFFFF) return {};
    const auto unit = static_cast<char16_t>(c);
    std::array<char, 4> bytes{};
    UErrorCode status = U_ZERO_ERROR;
    const auto size =
        ucnv_fromUChars(converter_.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &unit, 1, &status);
    if (U_FAILURE(status) || size != 2) return {};
    return std::array{static_cast<Byte>(bytes[0]), static_cast<Byte>(bytes[1])};
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> converter_;
};

// What GBK reads where UTF-8 begins a Han character: a lead byte E4 to E9 and a continuation byte.
std::u32string openers() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("windows-936", &status), &ucnv_close);
  std::u32string found;
  if (U_FAILURE(status)) return found;
  for (int lead = 0xE4; lead <= 0xE9; ++lead) {
    for (int trail = 0x80; trail <= 0xBF; ++trail) {
      const std::array bytes = {static_cast<char>(lead), static_cast<char>(trail)};
      std::array<char16_t, 2> unit{};
      status = U_ZERO_ERROR;
      if (ucnv_toUChars(converter.get(), unit.data(), 2, bytes.data(), 2, &status) == 1 && U_SUCCESS(status))
        found.push_back(unit[0]);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool may_open(char32_t c) {
  static const std::u32string kOpeners = openers();
  return std::binary_search(kOpeners.begin(), kOpeners.end(), c);
}

enum class Rank { foreign, known, common };

// How common a character is, by its place in GB 2312: rows 16 to 55 are the common ones, symbols and the others are
// known.
Rank rank_of(char32_t c, const GbkBytes& gbk) {
  const auto bytes = gbk.of(c);
  if (!bytes || (*bytes)[1] < 0xA1) return Rank::foreign;
  const Byte row = (*bytes)[0];
  if (row >= 0xB0 && row <= 0xD7) return Rank::common;
  return (row >= 0xA1 && row <= 0xA3) || (row >= 0xD8 && row <= 0xF7) ? Rank::known : Rank::foreign;
}

// The three bytes of UTF-8 at the begin as a character; nothing where they are none.
std::optional<char32_t> three_bytes(std::string_view bytes) {
  if (bytes.size() < 3) return {};
  const auto a = static_cast<Byte>(bytes[0]), b = static_cast<Byte>(bytes[1]), c = static_cast<Byte>(bytes[2]);
  if ((a & 0xF0) != 0xE0 || (b & 0xC0) != 0x80 || (c & 0xC0) != 0x80) return {};
  return (char32_t{a} & 0x0F) << 12 | (char32_t{b} & 0x3F) << 6 | (char32_t{c} & 0x3F);
}

}  // namespace

std::optional<std::uint32_t> utf8_read_as_gbk_end(std::string_view text, std::uint32_t at) {
  std::uint32_t next = at;
  if (!may_open(next_code_point(text, next))) return {};
  const GbkBytes gbk;
  std::string bytes;
  std::size_t read = 0;  // bytes that are characters already
  std::uint32_t common = 0, known = 0;
  std::optional<std::uint32_t> end;
  for (next = at; next < text.size() && bytes.size() < kMostBytes;) {
    const auto pair = gbk.of(next_code_point(text, next));
    if (!pair) break;
    bytes.append({static_cast<char>((*pair)[0]), static_cast<char>((*pair)[1])});
    if (bytes.size() - read < 3) continue;
    const auto character = three_bytes(std::string_view(bytes).substr(read));
    if (!character) break;
    const Rank rank = rank_of(*character, gbk);
    if (rank == Rank::foreign) break;
    ++(rank == Rank::common ? common : known);
    read += 3;
    // Both the characters of the text and those that they stand for are whole here.
    if (read == bytes.size() && common >= kLeastCommon && common > known) end = next;
  }
  return end;
}

}  // namespace yiwen
