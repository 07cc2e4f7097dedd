// SPDX-License-Identifier: Apache-2.0
//
// The fence around ICU's converters, and the one file of this room that includes ICU.
//
// Quirks of ICU 72, each pinned by a test in tests/unit/decode/icu_decode_test.cc:
//   * "Big5" is windows-950: the bytes of Hong Kong's characters become private use code points, with no error. We open
//     Big5-HKSCS whatever Big5 is called.
//   * "gbk" refuses the four-byte characters of GB 18030 and "gb2312" (read as an EUC) the two-byte ones of GBK. We open
//     gb18030 for all three.
//   * gb18030 is the edition of 2005, in which ten vertical punctuation marks and eight radicals still are private use
//     code points; since 2022 they are characters. kSince2022 maps them.
//   * 0x80 and 0xFF in gb18030: windows-936 writes the euro sign as 0x80, ICU makes the control U+0080 of it.
//   * ucnv_toUnicode() with offsets says -1 for what it had kept back from the last call: the second half of a surrogate
//     pair, or the second of two code points that one sequence stands for (Big5-HKSCS 88 62). We keep the offset before.
//   * An illegal sequence ends the call when the callback is UCNV_TO_U_CALLBACK_STOP; ucnv_getInvalidChars() then gives
//     its bytes, and the call can be made again from where it stopped.
#include "decode/icu_decode.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
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

constexpr auto kSince2022 = std::to_array<std::pair<char32_t, char32_t>>({
    {0xE78D, 0xFE10}, {0xE78E, 0xFE12}, {0xE78F, 0xFE11}, {0xE790, 0xFE13}, {0xE791, 0xFE14}, {0xE792, 0xFE15},
    {0xE793, 0xFE16}, {0xE794, 0xFE17}, {0xE795, 0xFE18}, {0xE796, 0xFE19}, {0xE81E, 0x9FB4}, {0xE826, 0x9FB5},
    {0xE82B, 0x9FB6}, {0xE82C, 0x9FB7}, {0xE832, 0x9FB8}, {0xE843, 0x9FB9}, {0xE854, 0x9FBA}, {0xE864, 0x9FBB},
});

Converter open_converter(const std::string& encoding) {
  const auto other = std::find_if(kConverters.begin(), kConverters.end(),
                                  [&](const auto& entry) { return entry.first == encoding; });
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(other == kConverters.end() ? encoding.c_str() : other->second, &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

char32_t since_2022(char32_t c) {
  if (c == 0x80) return U'€';
  if (c < 0xE78D || c > 0xE864) return c;
  const auto known = std::find_if(kSince2022.begin(), kSince2022.end(), [&](const auto& entry) { return entry.first == c; });
  return known == kSince2022.end() ? c : known->second;
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
  const bool is_gb18030 = encoding == "GB18030";

  constexpr std::size_t kUnits = 1u << 14;  // UTF-16 code units that come out of one call
  std::array<UChar, kUnits> units;
  std::array<std::int32_t, kUnits> offsets;
  const char* const end = bytes.data() + bytes.size();
  const char* source = bytes.data();
  std::uint32_t begin_of_last = 0;
  char32_t lead = 0;  // of a surrogate pair that two calls share
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
      if (U16_IS_LEAD(unit)) {
        lead = unit;
        continue;
      }
      const char32_t c = U16_IS_TRAIL(unit) ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, unit)) : unit;
      sink.code_point(is_gb18030 ? since_2022(c) : c, begin_of_last);
    }
    if (U_SUCCESS(status)) break;
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    if (source == bytes.data() + base && count == 0 && source == end) break;  // nothing is left to go on with

    std::array<char, 16> bad;
    auto length = static_cast<std::int8_t>(bad.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), bad.data(), &length, &ignored);
    const auto at = static_cast<std::uint32_t>(source - bytes.data());
    const auto bad_bytes = std::clamp<std::uint32_t>(static_cast<std::uint32_t>(std::max<std::int8_t>(length, 1)), 1, at);
    begin_of_last = std::max(begin_of_last, at - bad_bytes);
    sink.ill_formed({begin_of_last, at});
  }
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
  static const HanziSet common = make_common_hanzi();
  return c < kCommonEnd && common.test(c);
}

}  // namespace yiwen
