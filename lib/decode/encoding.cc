// SPDX-License-Identifier: Apache-2.0
#include "decode/encoding.h"

#include <algorithm>
#include <array>
#include <utility>

#include "decode/icu_decode.h"

namespace yiwen {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kDeclarationBytes = 1024;  // where HTML looks for a declaration

constexpr auto kLabels = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"x-unicode20utf8", "UTF-8"},
    {"us-ascii", "UTF-8"},
    {"ascii", "UTF-8"},
    {"utf-16", "UTF-16LE"},
    {"utf-16le", "UTF-16LE"},
    {"utf16", "UTF-16LE"},
    {"utf16le", "UTF-16LE"},
    {"ucs-2", "UTF-16LE"},
    {"iso-10646-ucs-2", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"},
    {"utf16be", "UTF-16BE"},
    {"utf-32", "UTF-32LE"},
    {"utf-32le", "UTF-32LE"},
    {"utf32", "UTF-32LE"},
    {"utf-32be", "UTF-32BE"},
    {"gb18030", "GB18030"},
    {"gbk", "GB18030"},
    {"gb2312", "GB18030"},
    {"gb_2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"csgb2312", "GB18030"},
    {"csiso58gb231280", "GB18030"},
    {"iso-ir-58", "GB18030"},
    {"chinese", "GB18030"},
    {"x-gbk", "GB18030"},
    {"cp936", "GB18030"},
    {"ms936", "GB18030"},
    {"windows-936", "GB18030"},
    {"euc-cn", "GB18030"},
    {"gb18030-2005", "GB18030"},
    {"gb18030-2022", "GB18030"},
    {"big5", "Big5-HKSCS"},
    {"big5-hkscs", "Big5-HKSCS"},
    {"big5hkscs", "Big5-HKSCS"},
    {"cn-big5", "Big5-HKSCS"},
    {"csbig5", "Big5-HKSCS"},
    {"x-x-big5", "Big5-HKSCS"},
    {"cp950", "Big5-HKSCS"},
    {"ms950", "Big5-HKSCS"},
    {"windows-950", "Big5-HKSCS"},
    {"big5-eten", "Big5-HKSCS"},
    {"hz-gb-2312", "HZ-GB-2312"},
    {"hz", "HZ-GB-2312"},
    {"iso-2022-cn", "ISO-2022-CN"},
    {"iso-2022-cn-ext", "ISO-2022-CN-EXT"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"csiso2022jp", "ISO-2022-JP"},
    {"iso-2022-kr", "ISO-2022-KR"},
    {"csiso2022kr", "ISO-2022-KR"},
    {"shift_jis", "Shift_JIS"},
    {"shift-jis", "Shift_JIS"},
    {"sjis", "Shift_JIS"},
    {"x-sjis", "Shift_JIS"},
    {"ms_kanji", "Shift_JIS"},
    {"ms932", "Shift_JIS"},
    {"cp932", "Shift_JIS"},
    {"windows-31j", "Shift_JIS"},
    {"csshiftjis", "Shift_JIS"},
    {"euc-jp", "EUC-JP"},
    {"x-euc-jp", "EUC-JP"},
    {"cseucpkdfmtjapanese", "EUC-JP"},
    {"euc-kr", "EUC-KR"},
    {"cseuckr", "EUC-KR"},
    {"korean", "EUC-KR"},
    {"ks_c_5601-1987", "EUC-KR"},
    {"ks_c_5601-1989", "EUC-KR"},
    {"ksc5601", "EUC-KR"},
    {"ksc_5601", "EUC-KR"},
    {"iso-ir-149", "EUC-KR"},
    {"windows-949", "EUC-KR"},
    {"cp949", "EUC-KR"},
    {"windows-1252", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
});

constexpr auto kByteOrderMarks = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"\xEF\xBB\xBF"sv, "UTF-8"},
    {"\xFF\xFE\0\0"sv, "UTF-32LE"},  // before UTF-16LE, of which it is a longer form
    {"\0\0\xFE\xFF"sv, "UTF-32BE"},
    {"\xFF\xFE"sv, "UTF-16LE"},
    {"\xFE\xFF"sv, "UTF-16BE"},
    {"\x84\x31\x95\x33"sv, "GB18030"},
});

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string_view trim(std::string_view text) {
  constexpr auto kSpace = " \t\r\n\f"sv;
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

// The value behind `key` and an equals sign, with or without quotes, in `tag`.
std::optional<std::string_view> value_behind(std::string_view tag, std::string_view key) {
  for (std::size_t at = tag.find(key); at != std::string_view::npos; at = tag.find(key, at + 1)) {
    std::string_view rest = trim(tag.substr(at + key.size()));
    if (!rest.starts_with('=')) continue;
    rest = trim(rest.substr(1));
    if (rest.starts_with('"') || rest.starts_with('\'')) {
      const std::size_t quote = rest.find(rest.front(), 1);
      if (quote == std::string_view::npos) continue;
      return trim(rest.substr(1, quote - 1));
    }
    return rest.substr(0, rest.find_first_of(" \t\r\n\f;\"'/>?"sv));
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> encoding_of_label(std::string_view label) {
  const std::string name = lower(trim(label));
  const auto known =
      std::find_if(kLabels.begin(), kLabels.end(), [&](const auto& entry) { return entry.first == name; });
  if (known != kLabels.end()) return std::string(known->second);
  return icu_encoding_name(name);
}

std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes) {
  for (const auto& [mark, encoding] : kByteOrderMarks) {
    if (bytes.starts_with(mark)) return ByteOrderMark{std::string(encoding), mark.size()};
  }
  return std::nullopt;
}

std::optional<std::string> declared_encoding(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, kDeclarationBytes));
  std::optional<std::string_view> label;
  if (const std::string_view xml = trim(head); xml.starts_with("<?xml")) {
    label = value_behind(xml.substr(0, xml.find("?>")), "encoding");
  }
  for (std::size_t at = head.find("<meta"); !label && at != std::string::npos; at = head.find("<meta", at + 1)) {
    label = value_behind(std::string_view(head).substr(at, head.find('>', at) - at), "charset");
  }
  if (!label) return std::nullopt;
  auto encoding = encoding_of_label(*label);
  if (encoding && encoding->starts_with("UTF-") && *encoding != "UTF-8") return std::nullopt;
  return encoding;
}

}  // namespace yiwen
