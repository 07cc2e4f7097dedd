// SPDX-License-Identifier: Apache-2.0
#include "pipeline/provenance.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/char_class.h"
#include "base/utf8.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace {

// A shorter name is the begin of many others.
constexpr std::size_t kLeastName = 3;

bool same_outlet(const std::u32string& left, const std::u32string& right) {
  if (std::min(left.size(), right.size()) < kLeastName) return !left.empty() && left == right;
  return left.starts_with(right) || right.starts_with(left);
}

// Outlets stand behind one another, parted by any mark: 央视新闻、新华网.
std::vector<std::u32string> names_in(std::string_view text) {
  const auto normal = normalize(text);
  std::vector<std::u32string> names;
  for (std::uint32_t i = 0; i < normal.chars.size(); ++i) {
    if (names.empty() || normal.gap_before[i] != NormalText::Gap::none) names.emplace_back();
    names.back().push_back(normal.chars[i]);
  }
  return names;
}

// 来源：新华社 says whence the text is; a bare name at the head of a page may be the page's own. Nothing where there is
// no label, else the label with what stands before it, folded.
std::optional<std::u32string> label_before(std::string_view text, std::uint32_t begin) {
  constexpr std::string_view kWideColon = "：";
  constexpr std::uint32_t kLongest = 40;  // bytes
  auto before = text.substr(0, begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (!before.ends_with(':') && !before.ends_with(kWideColon)) return {};
  auto at = static_cast<std::uint32_t>(before.size() - std::min<std::size_t>(before.size(), kLongest));
  while (at < before.size() && (static_cast<unsigned char>(before[at]) & 0xC0U) == 0x80U) ++at;  // inside a character
  return normalize(before.substr(at)).chars;
}

bool says_copied(const std::u32string& label) {
  static constexpr std::u32string_view kWords[] = {U"转自", U"转载自", U"原载", U"via"};
  return std::any_of(std::begin(kWords), std::end(kWords), [&](auto word) { return label.ends_with(word); });
}

// 2026-03-05, 2026年3月5日 08:45, 20260305.
std::optional<std::uint32_t> day_of(std::string_view text) {
  constexpr std::size_t kCompact = 8;                         // digits of 20260305
  std::vector<std::pair<std::uint32_t, std::size_t>> groups;  // the number and its digits
  bool open = false;
  for (const char32_t c : normalize(text).chars) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !open) groups.emplace_back(0, 0);
    if (digit && groups.back().second < kCompact) {
      groups.back().first = groups.back().first * 10 + static_cast<std::uint32_t>(c - '0');
      ++groups.back().second;
    }
    open = digit;
  }
  const auto valid = [](std::uint32_t day) {
    const auto month = day / 100 % 100, of_month = day % 100;
    return day / 10000 >= 1900 && month >= 1 && month <= 12 && of_month >= 1 && of_month <= 31;
  };
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::uint32_t day = 0;
    if (groups[i].second == kCompact) day = groups[i].first;
    if (groups[i].second == 4 && i + 2 < groups.size() && groups[i + 1].second <= 2 && groups[i + 2].second <= 2)
      day = groups[i].first * 10000 + groups[i + 1].first * 100 + groups[i + 2].first;
    if (valid(day)) return day;
  }
  return {};
}

}  // namespace

bool Provenance::names(const std::u32string& other_outlet) const {
  return std::any_of(sources.begin(), sources.end(), [&](const auto& name) { return same_outlet(name, other_outlet); });
}

Provenance provenance_of(const Metadata& stated, std::string_view text, const Article& article) {
  Provenance provenance;
  provenance.outlet = normalize(stated.outlet).chars;
  const auto words = [&](const std::optional<TextRange<SourceText>>& range) {
    return range ? text.substr(range->begin, range->size()) : std::string_view();
  };
  const auto label = article.outlet ? label_before(text, article.outlet->begin) : std::nullopt;
  if (label) {
    provenance.sources = names_in(words(article.outlet));
    std::erase_if(provenance.sources, [&](const auto& name) { return same_outlet(name, provenance.outlet); });
    provenance.copied = says_copied(*label) && !provenance.sources.empty();
  }
  provenance.day = day_of(stated.date);
  if (!provenance.day) provenance.day = day_of(words(article.date));
  return provenance;
}

}  // namespace yiwen
