// SPDX-License-Identifier: Apache-2.0
//
// The fence around ICU's converters, and the one file of this room that includes ICU.
//
// Quirks of ICU 72, each pinned by a test in tests/unit/decode/icu_decode_test.cc:
//   * "Big5" is windows-950: the bytes of Hong Kong's characters become private use code points, with no error. We open
//     Big5-HKSCS whatever Big5 is called.
//   * "gbk" refuses the four-byte characters of GB 18030 and "gb2312" (read as an EUC) the two-byte ones of GBK. We
//   open
//     gb18030 for all three.
//   * gb18030 is the edition of 2005, in which ten vertical punctuation marks and eight radicals still are private use
//     code points; since 2022 they are characters. Big5-HKSCS is one before 2004, with 36 such. Two tables map them;
//     the second has four sequences that stand for a letter with a combining mark (88 62).
//   * gb18030 refuses the byte 80, by which windows-936 writes the euro sign.
//   * ucnv_toUnicode() with offsets says -1 for what it had kept back from the last call: the second half of a
//   surrogate
//     pair. We keep the offset before.
//   * An illegal sequence ends the call when the callback is UCNV_TO_U_CALLBACK_STOP; ucnv_getInvalidChars() then gives
//     its bytes, and the call can be made again from where it stopped.
#include "decode/icu_decode.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
#include <span>
#include <utility>

namespace yiwen {

namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// ICU's converter for an encoding, where that is not the one of the same name.
constexpr auto kConverters = std::to_array<std::pair<std::string_view, const char*>>({
    {"HZ-GB-2312", "HZ"},
    {"EUC-KR", "windows-949"},
    {"Shift_JIS", "windows-31j"},
});

// A private use code point of ICU's table and the character that it has become since, with a combining mark or without.
struct Since {
  char32_t private_use;
  char32_t c;
  char32_t mark = 0;
};

constexpr Since kGb18030Since2022[] = {
    {0xE78D, 0xFE10}, {0xE78E, 0xFE12}, {0xE78F, 0xFE11}, {0xE790, 0xFE13}, {0xE791, 0xFE14}, {0xE792, 0xFE15},
    {0xE793, 0xFE16}, {0xE794, 0xFE17}, {0xE795, 0xFE18}, {0xE796, 0xFE19}, {0xE81E, 0x9FB4}, {0xE826, 0x9FB5},
    {0xE82B, 0x9FB6}, {0xE82C, 0x9FB7}, {0xE832, 0x9FB8}, {0xE843, 0x9FB9}, {0xE854, 0x9FBA}, {0xE864, 0x9FBB},
};

constexpr Since kBig5HkscsSince2004[] = {
    {0xF303, 0x31C0},         {0xF304, 0x31C1},         {0xF305, 0x31C2},         {0xF306, 0x31C3},
    {0xF307, 0x31C4},         {0xF309, 0x31C5},         {0xF30C, 0x31C6},         {0xF30D, 0x31C7},
    {0xF310, 0x31C8},         {0xF312, 0x31C9},         {0xF313, 0x31CA},         {0xF314, 0x31CB},
    {0xF315, 0x31CC},         {0xF317, 0x31CD},         {0xF318, 0x31CE},         {0xF325, 0x00CA, 0x0304},
    {0xF327, 0x00CA, 0x030C}, {0xF344, 0x00EA, 0x0304}, {0xF346, 0x00EA, 0x030C}, {0xF34A, 0x23DA},
    {0xF34B, 0x23DB},         {0xF57A, 0x9FA6},         {0xF5A4, 0x9FA7},         {0xF5AB, 0x9FA8},
    {0xF5CC, 0x9FA9},         {0xF5CE, 0x9FAA},         {0xF5D0, 0x9FAB},         {0xF5D5, 0x9FAC},
    {0xF5EC, 0x9FAD},         {0xF5ED, 0x9FAE},         {0xF5EF, 0x9FAF},         {0xF602, 0x9FB2},
    {0xF61C, 0x9FB3},         {0xF7E5, 0x31CF},         {0xF7EB, 0x9FB0},         {0xF7ED, 0x9FB1},
};

Converter open_converter(const std::string& encoding) {
  const auto other =
      std::find_if(kConverters.begin(), kConverters.end(), [&](const auto& entry) { return entry.first == encoding; });
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(other == kConverters.end() ? encoding.c_str() : other->second, &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

std::span<const Since> newer_characters(std::string_view encoding) {
  if (encoding == "GB18030") return kGb18030Since2022;
  if (encoding == "Big5-HKSCS") return kBig5HkscsSince2004;
  return {};
}

// Hands a code point on, in its newer form where there is one.
void hand_on(char32_t c, std::uint32_t at, std::span<const Since> newer, CodePointSink& sink) {
  if (newer.empty() || c < newer.front().private_use || c > newer.back().private_use) return sink.code_point(c, at);
  const auto known =
      std::find_if(newer.begin(), newer.end(), [&](const Since& since) { return since.private_use == c; });
  if (known == newer.end()) return sink.code_point(c, at);
  sink.code_point(known->c, at);
  if (known->mark != 0) sink.code_point(known->mark, at);
}

constexpr char32_t kCommonEnd = 0xA000;  // both levels lie in the block of unified ideographs
using HanziSet = std::bitset<kCommonEnd>;

class HanziCollector final : public CodePointSink {
 public:
  explicit HanziCollector(HanziSet& set) : set_(set) {}
  void code_point(char32_t c, std::uint32_t) override {
    if (c >= 0x4E00 && c < kCommonEnd) set_.set(c);
  }
  void ill_formed(TextRange<SourceBytes>) override {}

 private:
  HanziSet& set_;
};

HanziSet make_common_hanzi() {
  std::string gb2312_level_1, big5_level_1;
  for (int lead = 0xB0; lead <= 0xD7; ++lead) {
    for (int trail = 0xA1; trail <= (lead == 0xD7 ? 0xF9 : 0xFE); ++trail) {
      gb2312_level_1 += {static_cast<char>(lead), static_cast<char>(trail)};
    }
  }
  for (int lead = 0xA4; lead <= 0xC6; ++lead) {
    for (int trail = 0x40; trail <= (lead == 0xC6 ? 0x7E : 0xFE); ++trail) {
      if (trail <= 0x7E || trail >= 0xA1) big5_level_1 += {static_cast<char>(lead), static_cast<char>(trail)};
    }
  }
  HanziSet set;
  HanziCollector collector(set);
  icu_decode(gb2312_level_1, "GB18030", AtEnd::ill_formed, collector);
  icu_decode(big5_level_1, "Big5-HKSCS", AtEnd::ill_formed, collector);
  return set;
}

}  // namespace

void icu_decode(std::string_view bytes, const std::string& encoding, AtEnd at_end, CodePointSink& sink) {
  const Converter converter = open_converter(encoding);
  if (!converter) return sink.ill_formed({0, static_cast<std::uint32_t>(bytes.size())});
  const std::span<const Since> newer = newer_characters(encoding);

  constexpr std::size_t kUnits = 1u << 14;  // UTF-16 code units that come out of one call
  std::array<UChar, kUnits> units;
  std::array<std::int32_t, kUnits> offsets;
  const char* const end = bytes.data() + bytes.size();
  const char* source = bytes.data();
  std::uint32_t begin_of_last = 0;
  char32_t lead = 0;  // of a surrogate pair whose other half is to come, maybe in the next call
  // UTF-7 and its like spell UTF-16, and may spell half a character.
  const auto give_up_half = [&] {
    if (lead != 0) sink.code_point(U'\uFFFD', begin_of_last);
    lead = 0;
  };
  for (;;) {
    const auto base = static_cast<std::uint32_t>(source - bytes.data());
    UChar* target = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + kUnits, &source, end, offsets.data(),
                   at_end == AtEnd::ill_formed, &status);
    const auto count = static_cast<std::size_t>(target - units.data());
    for (std::size_t i = 0; i < count; ++i) {
      if (offsets[i] >= 0) begin_of_last = std::max(begin_of_last, base + static_cast<std::uint32_t>(offsets[i]));
      const char32_t unit = units[i];
      if (U16_IS_TRAIL(unit)) {
        const char32_t c = lead != 0 ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, unit)) : U'\uFFFD';
        lead = 0;
        hand_on(c, begin_of_last, newer, sink);
        continue;
      }
      give_up_half();
      if (U16_IS_LEAD(unit)) {
        lead = unit;
      } else {
        hand_on(unit, begin_of_last, newer, sink);
      }
    }
    if (U_SUCCESS(status)) break;
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    if (source == bytes.data() + base && count == 0 && source == end) break;  // nothing is left to go on with

    give_up_half();
    std::array<char, 16> bad;
    auto length = static_cast<std::int8_t>(bad.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), bad.data(), &length, &ignored);
    const auto at = static_cast<std::uint32_t>(source - bytes.data());
    const auto bad_bytes =
        std::clamp<std::uint32_t>(static_cast<std::uint32_t>(std::max<std::int8_t>(length, 1)), 1, at);
    begin_of_last = std::max(begin_of_last, at - bad_bytes);
    if (encoding == "GB18030" && bad_bytes == 1 && bad.front() == '\x80') {
      sink.code_point(U'€', begin_of_last);
    } else {
      sink.ill_formed({begin_of_last, at});
    }
  }
  give_up_half();
}

std::optional<std::string> icu_encoding_name(const std::string& label) {
  if (label.empty() || label.find(',') != std::string::npos) return std::nullopt;  // a comma begins ICU's own options
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(label.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  const char* internal = ucnv_getName(converter.get(), &status);
  if (const char* iana = ucnv_getStandardName(internal, "IANA", &status)) return std::string(iana);
  return std::string(internal);
}

bool is_common_hanzi(char32_t c) {
  static const HanziSet kCommon = make_common_hanzi();
  return c < kCommonEnd && kCommon.test(c);
}

}  // namespace yiwen
