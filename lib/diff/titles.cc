// SPDX-License-Identifier: Apache-2.0
#include "diff/titles.h"

#include <algorithm>
#include <array>

#include "diff/word_list.h"

namespace yiwen {

namespace embedded {
extern const std::string_view diff_offices_txt;
extern const std::string_view diff_callings_txt;
}  // namespace embedded

namespace {

using Text = std::u32string_view;

constexpr std::array<Text, 2> kRanks = {U"常务副", U"副"};

// The last character of an office is often the first of another word: 全会|长期, 市|长江大桥, 主|任务.
struct GoesOn {
  Text office_end;
  std::array<Text, 13> behind;
};
constexpr std::array<GoesOn, 3> kGoesOn = {
    {{U"长", {U"期", U"远", U"久", U"途", U"效", U"征", U"假", U"江", U"沙", U"春", U"城", U"时间", U"足"}},
     {U"主任", {U"务"}},
     {U"主席", {U"台", U"团"}}}};
constexpr Text kTerm = U"期间";  // 任局长期间 is no 长期

bool is_cut_from_another_word(Text title, Text behind) {
  if (behind.starts_with(kTerm)) return false;
  return std::any_of(kGoesOn.begin(), kGoesOn.end(), [&](const GoesOn& entry) {
    return title.ends_with(entry.office_end) && std::any_of(entry.behind.begin(), entry.behind.end(), [&](Text word) {
             return !word.empty() && behind.starts_with(word);
           });
  });
}

// The title at `at` that no rank stands before.
std::optional<Title> plain_title_at(Text text, std::size_t at) {
  static const WordList kOffices(embedded::diff_offices_txt), kCallings(embedded::diff_callings_txt);
  const auto *office = kOffices.longest_at(text, at), *calling = kCallings.longest_at(text, at);
  const auto* longest = office;
  if (!office || (calling && calling->text.size() > office->text.size())) longest = calling;
  if (!longest || is_cut_from_another_word(longest->text, text.substr(at + longest->text.size()))) return {};
  return Title{static_cast<std::uint32_t>(longest->text.size()), longest == office};
}

}  // namespace

std::optional<Title> title_at(Text text, std::size_t at) {
  if (at >= text.size()) return {};
  for (const Text rank : kRanks) {
    if (!text.substr(at).starts_with(rank)) continue;
    // 副教授 is a rank like 副省长: who has it and who has not is told apart.
    if (const auto title = plain_title_at(text, at + rank.size())) {
      return Title{title->length + static_cast<std::uint32_t>(rank.size()), true};
    }
  }
  return plain_title_at(text, at);
}

bool ends_with_title(Text text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto title = title_at(text, at);
    if (title && at + title->length == text.size()) return true;
  }
  return false;
}

}  // namespace yiwen
