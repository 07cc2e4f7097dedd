// SPDX-License-Identifier: Apache-2.0
//
// Words that were decoded as something else than they are, told by decoding them back.
//
// UTF-8 read as GBK turns two Han characters, six bytes, into three others: 医院 E5 8C BB E9 99 A2 -> 鍖 E58C 婚 BBE9
// 櫌 99A2. Written in GBK again, they are the six bytes, and no table of debris is needed to see it.
//
// Could a writer have written such words? They would have to begin with one of 384 rare characters (浜, 鍖, 缃), their
// six GBK bytes would have to be well-formed UTF-8, and the two characters that come of it would have to be among the
// 3755 that GB 2312 gives as the common ones. All three together do not happen by chance; the test holds this against
// all the clean Chinese of the corpus. One character alone (three bytes) borrows a byte from its neighbour and cannot
// be told.
//
// UTF-8 read as Windows-1252 turns a Han character into three letters and signs (å…‹), a quotation mark into â€œ, and é
// into Ã©. Written back they are UTF-8, which the letters and signs of a writer are not, but for a quotation mark
// behind a capital or an accent (CAFÉ”, passé…”): so behind a Latin letter only marks and small letters are taken back.
//
// GBK read as Latin-1 turns each Han character into two (Ò½Ôº): a row of such letters and signs as no language has,
// every pair of which is a common character. One of capitals alone (ÂÊÎÔÛ) may be a list of letters; of two characters
// one word in 25 is such a row, and stays.
//
// GBK read from the wrong byte pairs the second byte of each character with the first of the next (”溫家 A1B1 9CD8 BCD2
// -> ！睖丶 A3A1 B19C D8BC), from where a byte was lost to the first byte that is ASCII, which the last character
// swallows (榈拈_: 的開). The row stands behind the mark that took the lost byte's neighbour. Paired anew, its
// characters are common ones, and those that stand there are not.
#include "normalize/garbled.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "base/char_class.h"
#include "base/utf8.h"
#include "normalize/script_table.h"

namespace yiwen {

namespace {

using Byte = unsigned char;

// Characters that a garbled run must come to: two of the common ones.
constexpr std::uint32_t kLeastCommon = 2;
// Broken characters in a run of UTF-8 read as Windows-1252; a longer one is found piece by piece.
constexpr std::size_t kMostBroken = 8;
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

  // Nothing where they are no pairs of GBK.
  [[nodiscard]] std::u32string read(std::string_view bytes) const {
    std::u32string characters;
    for (std::size_t i = 0; converter_ && i + 1 < bytes.size(); i += 2) {
      UErrorCode status = U_ZERO_ERROR;
      std::array<char16_t, 2> unit{};
      if (ucnv_toUChars(converter_.get(), unit.data(), 2, bytes.data() + i, 2, &status) != 1 || U_FAILURE(status))
        return {};
      characters.push_back(unit[0]);
    }
    return characters;
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> converter_;
};

// What GBK reads where UTF-8 begins a Han character: a lead byte E4 to E9 and a continuation byte; and where it begins
// a quotation mark (E2 80) or a Chinese one (E3 80, EF BC).
std::u32string openers() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("windows-936", &status), &ucnv_close);
  std::u32string found;
  if (U_FAILURE(status)) return found;
  for (int lead = 0xE2; lead <= 0xEF; ++lead) {
    for (int trail = 0x80; trail <= 0xBF; ++trail) {
      const bool han = lead >= 0xE4 && lead <= 0xE9;
      const bool mark = ((lead == 0xE2 || lead == 0xE3) && trail == 0x80) || (lead == 0xEF && trail == 0xBC);
      if (!han && !mark) continue;
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

bool begins_with_lost_byte(std::string_view text) {
  std::uint32_t at = 0;
  return !text.empty() && next_code_point(text, at) == 0xFFFD;
}

std::optional<Garbled> utf8_read_as_gbk(std::string_view text, std::uint32_t at) {
  std::uint32_t next = at;
  if (!may_open(next_code_point(text, next))) return {};
  // The last byte of one character and the first of the next one are no pair of GBK, and were given up: 鏈� of 月.
  if (begins_with_lost_byte(text.substr(next))) return Garbled{next, {}, {}};
  const GbkBytes gbk;
  std::string bytes;
  std::size_t read = 0;  // bytes that are characters already
  std::uint32_t common = 0, known = 0;
  std::u32string meant;
  std::vector<std::uint32_t> ends;
  std::optional<Garbled> found;
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
    meant.push_back(*character);
    ends.push_back(next);
    read += 3;
    if (common < kLeastCommon || common <= known) continue;
    // Where both the characters of the text and those that they stand for are whole, they can be told. The last of an
    // odd number has lost its end: 权宜之 of 权宜之计.
    if (read == bytes.size())
      found = Garbled{next, meant, ends};
    else if (found && !found->meant.empty())
      found->broken_end = next;
    else
      found = Garbled{next, {}, {}};
  }
  return found;
}

bool is_common(char32_t c, const GbkBytes& gbk) { return rank_of(c, gbk) == Rank::common; }

bool is_full_width(char32_t c) { return c >= U'！' && c <= U'～'; }

// Behind ?!, ?; or ?: — the second byte of 。 and the first of what stood behind it, their width folded, and the sign
// for the first byte, which was given up.
bool is_behind_folded_mark(std::string_view text, std::uint32_t at) {
  const auto before = text.substr(0, at);
  return before.ends_with("?!") || before.ends_with("?;") || before.ends_with("?:");
}

// jié) of ?jié)摿: what is left of an annotation whose begin was lost. One that is whole (jié) lost no byte, and the
// characters behind it stand where they stood.
bool is_behind_half_annotation(std::string_view text, std::uint32_t at) {
  if (!text.substr(0, at).ends_with(')')) return false;
  char32_t c = ' ';
  for (--at; at > 0 && is_latin(c = previous_code_point(text, at));) {
  }
  return c != '(' && c != U'（';
}

// Behind the sign for a lost byte, the mark that took the byte beside it along, or what is left of an annotation.
bool may_be_shifted(std::string_view text, std::uint32_t at) {
  const auto before = text.substr(0, at);
  return before.ends_with('!') || before.ends_with('?') || before.ends_with("！") ||
         is_behind_half_annotation(text, at) || is_behind_folded_mark(text, at);
}

std::optional<Garbled> gbk_read_from_second_byte(std::string_view text, std::uint32_t at) {
  // Of the characters that stand there: one in so many is none of the common ones. Range 3 to 5.
  constexpr std::uint32_t kShareUncommon = 4;
  // Characters that are told where no single byte ends the row. Range 2 to 4.
  constexpr std::size_t kLeastOpenRow = 3;
  constexpr char32_t kEuroByte = 0x80;  // the only single byte of GBK above 7F
  if (!may_be_shifted(text, at)) return {};
  const GbkBytes gbk;
  std::string bytes;
  std::vector<std::uint32_t> ends;
  std::uint32_t uncommon = 0;
  std::uint32_t next = at;
  char32_t closing = 0;
  std::uint32_t closing_end = at;
  while (next < text.size() && bytes.size() < kMostBytes) {
    std::uint32_t end = next;
    char32_t c = next_code_point(text, end);
    if (c == U'€') c = kEuroByte;
    const auto pair = gbk.of(c);
    if (!pair || c == kEuroByte) {
      closing = c, closing_end = end;
      break;
    }
    bytes.append({static_cast<char>((*pair)[0]), static_cast<char>((*pair)[1])});
    if (is_han(c) && !is_common(c, gbk)) ++uncommon;
    ends.push_back(next = end);
  }
  if (ends.empty()) return {};
  const bool closed = (closing >= 0x40 && closing <= 0x7E) || closing == kEuroByte;
  const std::uint32_t row_end = next;
  if (closed) {
    bytes.push_back(static_cast<char>(closing));
    ends.back() = closing_end;
  } else {
    bytes.pop_back();
    ends.pop_back();
  }
  Garbled garbled{0, gbk.read(std::string_view(bytes).substr(1)), std::move(ends)};
  if (garbled.meant.empty() || garbled.meant.size() != garbled.ends.size()) return {};
  std::size_t told = 0;
  for (const char32_t c : garbled.meant) {
    if (is_common(ScriptTable::instance().fold(c), gbk)) {
      ++told;
    } else if (is_word(c) || rank_of(c, gbk) != Rank::known) {
      return {};
    }
  }
  const bool letter = is_latin(closing);
  const bool sure = uncommon * kShareUncommon >= told && (closed ? told > 1 : told >= kLeastOpenRow);
  std::uint32_t first = at;
  const bool torn_mark =
      is_full_width(next_code_point(text, first)) && text.substr(0, at).ends_with('?');  // ?！: no writer's
  const bool folded_mark = is_behind_folded_mark(text, at) && (!letter || uncommon > 0);
  if (!sure && !(told > 0 && closed && (torn_mark || folded_mark))) return {};
  garbled.end = garbled.ends.back();
  if (!closed) garbled.broken_end = row_end;
  return garbled;
}

// Windows-1252 gives signs to the bytes 80 to 9F; those it leaves out are read as the control characters.
constexpr std::u32string_view kSigns = U"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

std::optional<Byte> byte_of(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) return static_cast<Byte>(c);
  if (c > U'™') return {};
  const auto sign = kSigns.find(c);
  if (sign == std::u32string_view::npos) return {};
  return static_cast<Byte>(0x80 + sign);
}

// How many continuation bytes follow a lead byte; nothing where it is none.
std::optional<int> continuations(Byte lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 1;
  if (lead >= 0xE0 && lead <= 0xEF) return 2;
  if (lead >= 0xF0 && lead <= 0xF4) return 3;
  return {};
}

// Marks of Latin text (“ ” — …), and what is written in East Asia.
bool is_general_mark(char32_t c) { return c >= 0x2010 && c <= 0x2044; }
bool is_east_asian(char32_t c) {
  return (c >= 0x3000 && c <= 0x30FF) || is_han(c) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xFF01 && c <= 0xFF5E);
}

bool may_have_been(char32_t c, int size, char32_t before) {
  if (size == 1) return c <= 0xFF && !(is_latin(before) && before < 0x80 && before <= 'Z');
  return is_general_mark(c) || (!is_latin(before) && (is_east_asian(c) || c > 0xFFFF));
}

std::optional<Garbled> utf8_read_as_latin(std::string_view text, std::uint32_t at, char32_t before) {
  std::u32string meant;
  std::vector<std::uint32_t> ends;
  std::uint32_t end = at;
  std::size_t broken = 0;
  bool whole = true;
  bool surely = false;  // a character was told; what was broken beside it is damage as well
  for (std::uint32_t next = at; next < text.size();) {
    const auto lead = byte_of(next_code_point(text, next));
    const auto size = lead ? continuations(*lead) : std::nullopt;
    if (!size) break;
    char32_t c = *lead & (0x3F >> *size);
    int read = 0;
    for (std::uint32_t behind = next; read < *size && behind < text.size(); ++read, next = behind) {
      const auto byte = byte_of(next_code_point(text, behind));
      if (!byte || (*byte & 0xC0) != 0x80) break;
      c = c << 6 | (*byte & 0x3F);
    }
    if (read == 0) break;
    if (read < *size) {
      if (is_latin(before) || ++broken > kMostBroken) break;
      whole = false;
    } else if (may_have_been(c, *size, before)) {
      meant.push_back(c);
      ends.push_back(next);
      surely = true;
    } else {
      break;
    }
    if (surely) end = next;
    before = 0;
  }
  if (end == at) return {};
  return whole ? Garbled{end, std::move(meant), std::move(ends)} : Garbled{end, {}, {}};
}

bool is_accented_capital(char32_t c) { return c >= U'À' && c <= U'Þ' && c != U'×'; }

std::optional<Garbled> gbk_read_as_latin(std::string_view text, std::uint32_t at) {
  std::string bytes;
  std::uint32_t end = at;
  bool only_capitals = true;
  for (std::uint32_t next = at; next < text.size() && bytes.size() < kMostBytes; end = next) {
    const char32_t c = next_code_point(text, next);
    if (c < 0xA1 || c > 0xFE) break;
    only_capitals = only_capitals && is_accented_capital(c);
    bytes.push_back(static_cast<char>(c));
  }
  if (only_capitals) return {};  // ÂÊÎÔÛ: a writer's list of vowels
  std::uint32_t common = 0, known = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto row = static_cast<Byte>(bytes[i]);
    if (row > 0xF7 || (row > 0xA3 && row < 0xB0)) return {};
    const bool mark = row <= 0xA3;
    if (!mark) ++(row <= 0xD7 ? common : known);
  }
  if (common < kLeastCommon || common <= known) return {};
  if (bytes.size() % 2 != 0) return Garbled{end, {}, {}};
  Garbled garbled{end, GbkBytes().read(bytes), {}};
  constexpr std::uint32_t kBytesOfTwo = 4;  // each of the two characters is two bytes of UTF-8
  for (std::uint32_t k = 1; k <= garbled.meant.size(); ++k) garbled.ends.push_back(at + kBytesOfTwo * k);
  return garbled;
}

// “Ã”: the letter that ends at byte `end` stands between quotation marks by itself.
bool is_quoted_letter(std::string_view text, char32_t before, std::uint32_t end) {
  if ((before != U'“' && before != U'‘') || end >= text.size()) return false;
  return next_code_point(text, end) == before + 1;
}

}  // namespace

std::optional<Garbled> garbled_at(std::string_view text, std::uint32_t at) {
  std::uint32_t next = at;
  const char32_t c = next_code_point(text, next);
  if (!byte_of(c)) {
    auto found = utf8_read_as_gbk(text, at);
    return found ? found : gbk_read_from_second_byte(text, at);
  }
  std::uint32_t previous = at;
  const char32_t before = at == 0 ? 0 : previous_code_point(text, previous);
  if (is_quoted_letter(text, before, next)) return {};
  if (auto found = utf8_read_as_latin(text, at, before)) return found;
  if (is_latin(before)) return {};
  return gbk_read_as_latin(text, at);
}

}  // namespace yiwen
