// SPDX-License-Identifier: Apache-2.0
#include "pipeline/provenance.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/char_class.h"
#include "base/utf8.h"
#include "diff/stated_day.h"
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
  provenance.day = stated_day(normalize(stated.date).chars);
  if (!provenance.day) provenance.day = stated_day(normalize(words(article.date)).chars);
  return provenance;
}

}  // namespace yiwen
