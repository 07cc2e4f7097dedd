// SPDX-License-Identifier: Apache-2.0
#include "classify/denial.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/data_lines.h"
#include "base/utf8.h"
#include "classify/phrases.h"
#include "diff/word_breaks.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_negations_tsv;
}

namespace {

using Text = std::u32string_view;
using Answer = std::optional<Verdict>;

constexpr std::array<Text, 12> kNegations = {U"没有", U"并非", U"禁止", U"不得", U"不", U"未",
                                             U"非",   U"无",   U"没",   U"勿",   U"莫", U"否"};
// Words in which such a character denies nothing.
constexpr std::array<Text, 40> kNotNegations = {
    U"不断",   U"不仅",     U"不但",     U"不少", U"不只", U"不光", U"不久", U"不同", U"不管", U"不论",
    U"不过",   U"不仅仅",   U"不可或缺", U"不一", U"未来", U"未必", U"非常", U"非公", U"非洲", U"非遗",
    U"无人机", U"无人驾驶", U"无线",     U"无论", U"无数", U"无疑", U"无比", U"无锡", U"无忧", U"无缝",
    U"没收",   U"莫斯",     U"莫大",     U"否则", U"是否", U"能否", U"可否", U"南非", U"北非", U"无非"};
// What may stand with a negation as one word with it: 并未, 不会, 尚不能.
constexpr Text kBeforeNegations = U"并尚从绝毫决也都还就均概却又";
constexpr std::array<Text, 27> kModals = {U"能",   U"会", U"可", U"可以", U"得",   U"准",   U"许",   U"应", U"应当",
                                          U"应该", U"该", U"宜", U"要",   U"需要", U"必须", U"再",   U"愿", U"愿意",
                                          U"肯",   U"敢", U"必", U"需",   U"须",   U"曾",   U"能够", U"有", U"是"};

// A negation in some words, with what stands before and behind it.
struct Denial {
  Text before, word, behind;
};

bool is_modal(Text words) { return std::find(kModals.begin(), kModals.end(), words) != kModals.end(); }

// 停止, 难以: what such a word stands before does not happen either. The others leave open what is said.
bool denies_in_its_own_way(Text words) {
  constexpr std::array<Text, 30> own = {U"停止", U"拒绝", U"避免", U"防止", U"难以", U"难", U"缺乏", U"缺少",
                                        U"少",   U"免",   U"失去", U"取消", U"别",   U"绝", U"鲜",   U"罕",
                                        U"仍",   U"才",   U"只",   U"只有", U"甚至", U"连", U"除",   U"毫",
                                        U"以免", U"杜绝", U"严禁", U"谢绝", U"尚",   U"欠"};
  return std::any_of(own.begin(), own.end(),
                     [&](Text word) { return words.starts_with(word) || words.ends_with(word); });
}

// The first negation that begins in the words [begin, end) of a text. A word in which the character denies nothing must
// be one word of its sentence: 不同|意见 denies nothing, 不|同意 does.
std::optional<Denial> denial_in(Text text, TextRange<Normal> words) {
  const Text changed = text.substr(words.begin, words.size());
  std::vector<char> breaks;
  for (std::uint32_t at = 0; at < changed.size(); ++at) {
    const auto negation = std::find_if(kNegations.begin(), kNegations.end(),
                                       [&](Text word) { return changed.substr(at).starts_with(word); });
    if (negation == kNegations.end()) continue;
    const bool harmless = std::any_of(kNotNegations.begin(), kNotNegations.end(), [&](Text word) {
      for (std::uint32_t first = 0; first < word.size(); ++first) {
        if (word[first] != changed[at] || first > words.begin + at ||
            !text.substr(words.begin + at - first).starts_with(word))
          continue;
        if (breaks.empty()) breaks = word_breaks(text);
        const auto begin = words.begin + at - first;
        if (breaks[begin + word.size()]) return true;
      }
      return false;
    });
    if (harmless) return {};
    // 能不能, 是不是, 有没有 ask and deny nothing.
    const auto begin = words.begin + at, end = begin + static_cast<std::uint32_t>(negation->size());
    if (begin > 0 && end < text.size() && text[begin - 1] == text[end]) return {};
    return Denial{changed.substr(0, at), *negation, changed.substr(at + negation->size())};
  }
  return {};
}

}  // namespace

// Something is denied on one side and not on the other.
Answer judge_chinese_negation(const Change& change) {
  constexpr std::uint32_t kMostWords = 4;
  const auto left = without_common_ends(change.left, change.left_text, change.right_words());
  const auto right = without_common_ends(change.right, change.right_text, change.left_words());
  if (left.size() > kMostWords || right.size() > kMostWords) return {};
  const auto left_denial = denial_in(change.left_text, left), right_denial = denial_in(change.right_text, right);
  if (left_denial.has_value() == right_denial.has_value()) return {};
  const auto& denial = left_denial ? *left_denial : *right_denial;
  const Text other = left_denial ? change.right_text.substr(right.begin, right.size())
                                 : change.left_text.substr(left.begin, left.size());
  // Only the negation changed; 不见面办理 → 网上办理 is another wording. With it may go what it stands with (不会 → ∅),
  // or come what says the contrary (不能 → 可以, 未 → 已).
  const bool particles = std::all_of(denial.before.begin(), denial.before.end(),
                                     [](char32_t c) { return contains(kBeforeNegations, Text(&c, 1)); });
  const bool taken_out = std::u32string(denial.before) + std::u32string(denial.behind) == other;
  const bool with_modal =
      particles && (other.empty() || is_modal(other)) && (denial.behind.empty() || is_modal(denial.behind));
  // 没有发布 → 已经发布, 不要沉默 → 保持沉默: another word where only a denial stood, that does not deny in its own
  // way.
  constexpr std::uint32_t kMostOther = 3;
  const bool replaced = particles && !other.empty() && other.size() <= kMostOther &&
                        (denial.behind.empty() || is_modal(denial.behind)) && !denies_in_its_own_way(other);
  if (!taken_out && !with_modal && !replaced) return {};
  return Verdict{"negation", Severity::critical, Layer::wording, "a negation on one side only: " + from_to(change)};
}

namespace {

// lib/classify/data/negations.tsv by its roles.
class NegationTable {
 public:
  explicit NegationTable(std::string_view file) {
    const std::array<std::pair<std::string_view, std::vector<std::u32string>*>, 7> roles = {
        {{"word", &words},
         {"helper", &helpers},
         {"implied", &implied},
         {"harmless", &harmless},
         {"part", &parts},
         {"harmless-part", &harmless_parts},
         {"alone", &alone}}};
    each_data_line(file, [&](std::string_view line) {
      const auto role = next_field(line);
      const auto list = std::find_if(roles.begin(), roles.end(), [&](const auto& r) { return r.first == role; });
      while (list != roles.end() && !line.empty()) {
        auto word = to_utf32(next_field(line));
        std::erase(word, U' ');  // as folded text has them
        list->second->push_back(std::move(word));
      }
    });
  }

  static const NegationTable& instance() {
    static const NegationTable table(embedded::classify_negations_tsv);
    return table;
  }

  std::vector<std::u32string> words, helpers, implied, harmless, parts, harmless_parts, alone;
};

bool is_in(const std::vector<std::u32string>& list, Text word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The words of an alphabet that one side of a change has, without what denies and what only comes with a denial.
struct WordsOfSide {
  std::size_t denials = 0;
  bool implied = false;
  std::vector<Text> rest;
};

WordsOfSide words_of(Text text, TextRange<Normal> changed, const std::vector<char>& begins) {
  const auto& table = NegationTable::instance();
  WordsOfSide side;
  for (auto at = changed.begin; at < changed.end;) {
    auto end = at + 1;
    while (end < text.size() && !begins[end]) ++end;
    Text word = text.substr(at, end - at);
    const bool harmless = std::any_of(table.harmless.begin(), table.harmless.end(),
                                      [&](Text phrase) { return text.substr(at).starts_with(phrase); });
    // didn't is didn and t when folded.
    const bool contracted =
        word.size() > 2 && word.back() == U'n' && end + 1 < begins.size() && text[end] == U't' && begins[end + 1];
    if (contracted) {
      word.remove_suffix(1);
      ++end;
      ++side.denials;
      if (!is_in(table.helpers, word) && word != U"wo" && word != U"ca" && word != U"sha" && word != U"ai")
        side.rest.push_back(word);
    } else if (is_in(table.words, word) && !harmless) {
      ++side.denials;
    } else if (is_in(table.implied, word)) {
      side.implied = true;
      side.rest.push_back(word);
    } else if (!is_in(table.helpers, word)) {
      side.rest.push_back(word);
    }
    at = static_cast<std::uint32_t>(end);
  }
  return side;
}

// sign and signed.
bool same_stem(Text left, Text right) {
  constexpr std::size_t kStem = 3;
  const auto [a, b] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  return static_cast<std::size_t>(a - left.begin()) >= std::min({kStem, left.size(), right.size()});
}

// unsafe and safe; unless denies nothing.
bool is_undone(Text word, Text other) {
  constexpr std::size_t kLeastWord = 4;
  return other.size() >= kLeastWord && other != U"less" && word.size() == other.size() + 2 && word.starts_with(U"un") &&
         word.ends_with(other);
}

bool denied_in_words(const Change& change) {
  constexpr std::size_t kMostLetters = 60;
  if (change.left.size() > kMostLetters || change.right.size() > kMostLetters) return false;
  if (change.left_begins.size() != change.left_text.size() + 1 ||
      change.right_begins.size() != change.right_text.size() + 1)
    return false;
  const auto left = words_of(change.left_text, change.left, change.left_begins),
             right = words_of(change.right_text, change.right, change.right_begins);
  if (left.rest.size() == 1 && right.rest.size() == 1 && left.denials == right.denials &&
      (is_undone(left.rest[0], right.rest[0]) || is_undone(right.rest[0], left.rest[0])))
    return true;
  if ((left.denials == 0) == (right.denials == 0)) return false;
  const auto &denied = left.denials > 0 ? left : right, &other = left.denials > 0 ? right : left;
  if (other.implied && !denied.implied) return false;  // did not agree, refused
  if (denied.rest.empty() || other.rest.empty()) return denied.rest.size() + other.rest.size() <= 1;
  return std::equal(denied.rest.begin(), denied.rest.end(), other.rest.begin(), other.rest.end(), same_stem);
}

// How many of the parts that deny inside a word touch the changed characters.
std::size_t denying_parts(Text text, TextRange<Normal> changed) {
  const auto& table = NegationTable::instance();
  std::size_t count = 0;
  for (const Text part : table.parts) {
    const auto size = static_cast<std::uint32_t>(part.size());
    for (auto at = changed.begin + 1 > size ? changed.begin + 1 - size : 0;
         at < changed.end && at + size <= text.size(); ++at) {
      if (text.substr(at, size) != part) continue;
      const bool harmless = std::any_of(table.harmless_parts.begin(), table.harmless_parts.end(), [&](Text phrase) {
        for (auto begin = at + size > phrase.size() ? at + size - phrase.size() : 0; begin <= at; ++begin) {
          if (text.substr(begin).starts_with(phrase)) return true;
        }
        return false;
      });
      if (!harmless) ++count;
    }
  }
  return count;
}

bool denied_in_parts(const Change& change) {
  constexpr std::uint32_t kMostCharacters = 10;
  const auto left = without_common_ends(change.left, change.left_text, change.right_words());
  const auto right = without_common_ends(change.right, change.right_text, change.left_words());
  if (left.size() > kMostCharacters || right.size() > kMostCharacters) return false;
  const auto& alone = NegationTable::instance().alone;
  const Text gone = change.left_text.substr(left.begin, left.size()),
             come = change.right_text.substr(right.begin, right.size());
  if ((gone.empty() && is_in(alone, come)) || (come.empty() && is_in(alone, gone))) return true;
  // What denies may have begun before the words that changed: しま|す, しま|せん.
  return (denying_parts(change.left_text, change.left) == 0) != (denying_parts(change.right_text, change.right) == 0);
}

}  // namespace

Answer judge_foreign_negation(const Change& change) {
  if (!denied_in_words(change) && !denied_in_parts(change)) return {};
  return Verdict{"negation", Severity::critical, Layer::wording, "a negation on one side only: " + from_to(change)};
}

}  // namespace yiwen
