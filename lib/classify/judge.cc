// SPDX-License-Identifier: Apache-2.0
//
// The rules that say what kind a difference is and how grave. They are asked in the order of the list at the end of
// this file; the first that has an answer decides, and says why in one line that is printed on the card.
//
// Calibration: of the differences that desks make in a speech, one in seven is grave. A rule that is not sure says
// nothing and leaves the place to a later, quieter one.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/change.h"
#include "classify/denial.h"
#include "classify/lookalikes.h"
#include "classify/phrases.h"
#include "classify/pinyin.h"
#include "classify/protected_pairs.h"
#include "classify/regional_words.h"
#include "classify/scaffolding.h"
#include "diff/numbers.h"
#include "diff/protected_words.h"
#include "diff/titles.h"
#include "diff/word_breaks.h"
#include "diff/word_list.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_reversible_words_txt;
extern const std::string_view classify_places_txt;
}  // namespace embedded

namespace {

using Text = std::u32string_view;
using Answer = std::optional<Verdict>;

// Speech has words that carry no fact: pronouns, particles, modal words, what counts the points.
constexpr Text kFunctionCharacters =
    U"的了在和与及等要将也都就是我们他她它这那个其来更还并而从对为以把被让使得着过地所之于有会能可不仅但且又再很已曾正";

bool is_function_only(Text words) {
  return std::all_of(words.begin(), words.end(), [](char32_t c) { return contains(kFunctionCharacters, Text(&c, 1)); });
}

// --- the rules -------------------------------------------------------------------------------------------------------

// Mojibake on one side: the reading cannot be told, only that it is not what the other has.
Answer damaged(const Change& change) {
  if (!change.left_damaged && !change.right_damaged) return {};
  return Verdict{"corruption", Severity::major, Layer::wording,
                 "characters damaged by transcoding; cannot tell what stood there"};
}

bool same_value(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

// 5m and 5 million.
bool may_be_same(const Number& a, const Number& b) {
  return (a.also > 0 && same_value(a.also, b.value)) || (b.also > 0 && same_value(a.value, b.also));
}

// Numbers that lie at least partly in the changed words, seen with their scale and unit.
std::vector<Number> numbers_in(Text text, TextRange<Normal> words, const std::vector<char>& word_begins) {
  std::vector<Number> numbers;
  for (const auto& number : find_numbers(text, word_begins)) {
    if (number.range.overlaps(words)) numbers.push_back(number);
  }
  return numbers;
}

// What is counted: units that can be turned into one another have one `of`.
struct Measure {
  Text word;
  Text of;
  double factor;
};
constexpr std::array<Measure, 42> kMeasures = {
    {{U"公里", U"米", 1000},    {U"千米", U"米", 1000},    {U"公尺", U"米", 1},         {U"米", U"米", 1},
     {U"厘米", U"米", 0.01},    {U"公分", U"米", 0.01},    {U"毫米", U"米", 0.001},     {U"英里", U"英里", 1},
     {U"海里", U"海里", 1},     {U"吨", U"克", 1e6},       {U"公斤", U"克", 1000},      {U"千克", U"克", 1000},
     {U"斤", U"克", 500},       {U"克", U"克", 1},         {U"毫克", U"克", 0.001},     {U"平方公里", U"平方米", 1e6},
     {U"公顷", U"平方米", 1e4}, {U"平方米", U"平方米", 1}, {U"平方公尺", U"平方米", 1}, {U"亩", U"亩", 1},
     {U"立方米", U"立方米", 1}, {U"升", U"升", 1},         {U"桶", U"桶", 1},           {U"小时", U"秒", 3600},
     {U"分钟", U"秒", 60},      {U"秒", U"秒", 1},         {U"个月", U"月", 1},         {U"天", U"天", 1},
     {U"周", U"天", 7},         {U"个星期", U"天", 7},     {U"星期", U"天", 7},         {U"元", U"元", 1},
     {U"人民币", U"元", 1},     {U"美元", U"美元", 1},     {U"美金", U"美元", 1},       {U"港元", U"港元", 1},
     {U"港币", U"港元", 1},     {U"欧元", U"欧元", 1},     {U"日元", U"日元", 1},       {U"英镑", U"英镑", 1},
     {U"新台币", U"新台币", 1}, {U"台币", U"新台币", 1}}};

// The unit behind the only number of some words, the longest that stands there.
const Measure* measure_behind(Text text, const std::vector<Number>& numbers) {
  if (numbers.size() != 1) return nullptr;
  Text behind = text.substr(numbers.front().range.end);
  if (!behind.empty() && contains(U"余多", behind.substr(0, 1))) behind.remove_prefix(1);
  const Measure* longest = nullptr;
  for (const auto& measure : kMeasures) {
    if (behind.starts_with(measure.word) && (!longest || measure.word.size() > longest->word.size()))
      longest = &measure;
  }
  return longest;
}

// 41.7万亿 → 417000亿 is a way of writing; 41.7 → 47.1 is another number, and nothing is graver.
Answer number(const Change& change) {
  if (change.numbers_joined) {
    return Verdict{"number", Severity::critical, Layer::wording, "two numbers on one side are one on the other"};
  }
  const auto left = numbers_in(change.left_text, change.left, change.left_begins),
             right = numbers_in(change.right_text, change.right, change.right_begins);
  if (left.empty() || right.empty()) return {};
  const bool ordinals = std::all_of(left.begin(), left.end(), [](auto& n) { return n.ordinal; }) ||
                        std::all_of(right.begin(), right.end(), [](auto& n) { return n.ordinal; });
  const auto left_measure = measure_behind(change.left_text, left),
             right_measure = measure_behind(change.right_text, right);
  const bool same_kind = left_measure && right_measure && left_measure->of == right_measure->of;
  const double left_factor = same_kind ? left_measure->factor : 1, right_factor = same_kind ? right_measure->factor : 1;
  const bool equal =
      std::equal(left.begin(), left.end(), right.begin(), right.end(), [&](const Number& a, const Number& b) {
        return same_value(a.value * left_factor, b.value * right_factor) || may_be_same(a, b);
      });
  const bool other_unit = left_measure && right_measure &&
                          (left_measure->of != right_measure->of || (!equal && left_factor != right_factor));
  if (other_unit && left.size() == 1 && right.size() == 1) {
    return Verdict{"number", Severity::critical, Layer::wording, "another unit: " + from_to(change)};
  }
  if (equal) {
    // Only the numbers changed their form: everything else in the changed words is the same.
    const auto rest = [](Text text, TextRange<Normal> words, const std::vector<Number>& numbers) {
      std::u32string out;
      for (auto at = words.begin; at < words.end; ++at) {
        const bool in = std::any_of(numbers.begin(), numbers.end(), [&](auto& n) { return n.range.contains(at); });
        if (!in) out.push_back(text[at]);
      }
      return out;
    };
    // 5m is 5 with an m that is no word of its own; 1500米 and 1.5公里 differ in the unit too.
    const bool scaled =
        left_factor != right_factor || std::equal(left.begin(), left.end(), right.begin(), right.end(), may_be_same);
    if (scaled || rest(change.left_text, change.left, left) == rest(change.right_text, change.right, right)) {
      return Verdict{"number", Severity::minor, Layer::value, "the same value, written in another way"};
    }
    return {};
  }
  if (ordinals) return Verdict{"wording", Severity::minor, Layer::wording, "the points are counted in another way"};
  // Digits against digits: as many on both sides, one of them with another value, is changed and not dropped. Chinese
  // numerals join in only where all are such: 一 is as often an article as a number (过去一年, 一起).
  const auto in_digits = [](std::vector<Number> numbers) {
    std::erase_if(numbers, [](const Number& n) { return n.chinese; });
    return numbers;
  };
  auto from = in_digits(left), to = in_digits(right);
  if (from.empty() && to.empty()) {
    from = left;
    to = right;
  }
  const bool changed =
      from.size() == to.size() && !std::equal(from.begin(), from.end(), to.begin(), to.end(),
                                              [](auto& a, auto& b) { return same_value(a.value, b.value); });
  if (changed) return Verdict{"number", Severity::critical, Layer::wording, "another value: " + from_to(change)};
  return {};
}

// 等11名责任人 → 等责任人: how many is not said any more. Chinese numerals are as often articles (一个), and a date
// that is left out or put in is most often clear from the story.
Answer lost_number(const Change& change) {
  constexpr std::uint32_t kMostWords = 8;  // more is a clause that was left out
  constexpr Text kDateUnits = U"年月日号时";
  if (change.left.empty() || !change.right.empty() || change.left.size() > kMostWords) return {};
  const auto numbers = numbers_in(change.left_text, change.left, change.left_begins);
  const bool counted = std::any_of(numbers.begin(), numbers.end(), [&](const Number& n) {
    return !n.chinese && !n.ordinal && change.left.contains(n.range) &&
           (n.range.end == change.left_text.size() || !contains(kDateUnits, change.left_text.substr(n.range.end, 1)));
  });
  if (!counted) return {};
  return Verdict{"number", Severity::major, Layer::wording, "a number was left out: " + from_to(change)};
}

// 三天 → 三周: the same number of something else.
Answer unit(const Change& change) {
  const auto counted = [](Text text, TextRange<Normal> words, const std::vector<char>& begins) -> const Measure* {
    const auto numbers = find_numbers(text, begins);
    for (const auto& number : numbers) {
      if (number.range.end == words.begin || (number.range.end > words.begin && number.range.end < words.end))
        return measure_behind(text, {number});
    }
    return nullptr;
  };
  constexpr std::uint32_t kMostWords = 4;
  if (change.left.size() > kMostWords || change.right.size() > kMostWords) return {};
  const auto left_words = without_common_ends(change.left, change.left_text, change.right_words());
  const auto right_words = without_common_ends(change.right, change.right_text, change.left_words());
  if (left_words.empty() || right_words.empty()) return {};
  const auto *left = counted(change.left_text, left_words, change.left_begins),
             *right = counted(change.right_text, right_words, change.right_begins);
  if (!left || !right || (left->of == right->of && left->factor == right->factor)) return {};
  return Verdict{"number", Severity::critical, Layer::wording, "another unit: " + from_to(change)};
}

// 法治 → 法制: seen with the unchanged characters beside it, so that one changed character is enough.
Answer protected_pair_of(const Change& change, std::span<const ProtectedPair> pairs) {
  constexpr std::uint32_t kReach = 2;       // pairs have up to four characters, of which one at least differs
  constexpr std::uint32_t kMostWords = 12;  // a whole rewritten clause holds opposites by chance
  if (change.left.size() > kMostWords || change.right.size() > kMostWords) return {};
  const Text left = around(change.left_text, change.left, kReach),
             right = around(change.right_text, change.right, kReach);
  const auto whole = [](const Change& c, bool is_left, Text word) {
    const auto [mine, others] =
        is_left ? std::pair(c.left_words(), c.right_words()) : std::pair(c.right_words(), c.left_words());
    const auto [rest, other] = without_common_ends(mine, others);
    return (word.size() == 1 && is_han(word.front()) ? rest : mine) == word;
  };
  for (const auto& pair : pairs) {
    // One character is a word only where it is all that changed; a word of an alphabet is never a part of a longer one.
    if (pair.only_whole) {
      const bool forth = whole(change, true, pair.first) && whole(change, false, pair.second);
      const bool back = whole(change, true, pair.second) && whole(change, false, pair.first);
      if (!forth && !back) continue;
      return Verdict{pair.kind, pair.severity, Layer::wording,
                     "protected pair " + quote(forth ? pair.first : pair.second) + "/" +
                         quote(forth ? pair.second : pair.first) + ": " + pair.reason};
    }
    for (const auto& [here, there] :
         {std::pair(Text(pair.first), Text(pair.second)), std::pair(Text(pair.second), Text(pair.first))}) {
      // 成员国 holds 成员: the longer word is not the shorter one.
      const auto has = [](Text text, Text word, Text other) {
        return contains(text, word) && !(contains(other, word) && contains(text, other));
      };
      if (!has(left, here, there) || has(left, there, here) || !has(right, there, here) || has(right, here, there))
        continue;
      return Verdict{pair.kind, pair.severity, Layer::wording,
                     "protected pair " + quote(here) + "/" + quote(there) + ": " + pair.reason};
    }
  }
  return {};
}

Answer protected_pair(const Change& change) {
  if (auto own = protected_pair_of(change, change.own_pairs)) return own;
  return protected_pair_of(change, protected_pairs());
}

// 透过 → 通过, 影片 → 视频: the same in the words of another region.
Answer regional(const Change& change) {
  constexpr std::uint32_t kReach = 3;  // a regional word may begin before the characters that differ
  if (change.left.empty() || change.right.empty()) return {};
  const auto left = in_one_region(around(change.left_text, change.left, kReach));
  const auto right = in_one_region(around(change.right_text, change.right, kReach));
  if (left != right) return {};
  return Verdict{"regional", Severity::minor, Layer::wording, "the words of another region: " + from_to(change)};
}

// Words of one group that exclude one another; those of one line say the same. The group tells how grave a change is.
struct DegreeGroup {
  std::vector<std::vector<Text>> senses;
  Severity swapped;
  Severity dropped;

  [[nodiscard]] std::optional<std::size_t> sense_of(Text words) const {
    for (std::size_t s = 0; s < senses.size(); ++s) {
      if (std::find(senses[s].begin(), senses[s].end(), words) != senses[s].end()) return s;
    }
    return {};
  }
};

Answer degree(const Change& change) {
  static const std::vector<DegreeGroup> groups = {
      {{{U"必须", U"务必"}, {U"应当", U"应该"}, {U"可以"}, {U"不得", U"严禁"}, {U"最好", U"建议"}},
       Severity::critical,
       Severity::minor},
      {{{U"全部", U"所有", U"全体", U"全国", U"全省", U"全市", U"各地"},
        {U"部分", U"个别", U"一些", U"有的", U"部分地区", U"个别地区", U"一些地区"},
        {U"大部分", U"多数"},
        {U"少数"}},
       Severity::critical,
       Severity::minor},
      {{{U"全部", U"所有", U"部分", U"个别", U"大部分", U"多数", U"少数"}}, Severity::minor, Severity::major},
      {{{U"首次", U"首个"}, {U"再次", U"第二次"}}, Severity::critical, Severity::major},
      {{{U"拟"}, {U"已", U"已经"}, {U"将"}, {U"正", U"正在"}, {U"未", U"尚未"}}, Severity::major, Severity::minor},
      {{{U"基本"}, {U"完全", U"全面"}, {U"初步"}}, Severity::major, Severity::minor},
      {{{U"逐步", U"逐渐", U"陆续"}, {U"全面", U"立即", U"立刻"}}, Severity::major, Severity::minor},
      {{{U"明显", U"显著", U"大幅", U"急剧", U"大大"}, {U"有所", U"略有", U"小幅", U"轻微", U"稍有"}},
       Severity::major,
       Severity::minor},
      {{{U"可能", U"或许", U"也许", U"有望", U"预计", U"料将", U"或将", U"可能将", U"或"},
        {U"将", U"会", U"必将", U"一定", U"肯定", U"必然", U"已", U"已经"}},
       Severity::major,
       Severity::minor},
      {{{U"可能",     U"或许",     U"也许",     U"恐怕",      U"据称",       U"据说",      U"似乎",
         U"疑似",     U"涉嫌",     U"预计",     U"估计",      U"有望",       U"料将",      U"据传",
         U"潜在",     U"潜在的",   U"必要时",   U"初步",      U"至少",       U"最多",      U"最快",
         U"最早",     U"预计最快", U"预计最早", U"未经证实",  U"未经证实的", U"allegedly", U"reportedly",
         U"possibly", U"probably", U"perhaps",  U"apparently"}},
       Severity::minor,
       Severity::major},
      {{{U"是否", U"能否", U"可否"}}, Severity::minor, Severity::major},
      {{{U"几乎", U"近乎"}}, Severity::minor, Severity::major},
      {{{U"仅", U"只有", U"仅有", U"仅仅", U"only"}}, Severity::minor, Severity::major},
      {{{U"约", U"近", U"接近", U"不足"}, {U"超", U"逾", U"超过", U"突破"}}, Severity::major, Severity::minor},
  };
  constexpr std::uint32_t kMostWords = 6;
  const auto [left, right] = without_common_ends(change.left_words(), change.right_words());
  if (left.size() > kMostWords || right.size() > kMostWords) return {};
  for (const auto& group : groups) {
    auto from = group.sense_of(change.left_words()), to = group.sense_of(change.right_words());
    if (!from && !to) {  // 近百家 → 超百家, 至少有 → 有
      from = group.sense_of(left);
      to = group.sense_of(right);
      const bool dropped = (from && right.empty()) || (to && left.empty());
      if ((!from || !to) && !dropped) continue;
    }
    if (from && to) {
      if (*from == *to) return {};
      return Verdict{"degree", group.swapped, Layer::wording, "another degree: " + from_to(change)};
    }
    if ((from && (change.right.empty() || right.empty())) || (to && (change.left.empty() || left.empty()))) {
      if (group.dropped == Severity::minor) continue;
      return Verdict{"degree", group.dropped, Layer::wording, "a degree on one side only: " + from_to(change)};
    }
  }
  return {};
}

// The word of a kind that the words touch.
const ProtectedWord* protected_at(const std::vector<ProtectedWord>& all, TextRange<Normal> words, ProtectedKind kind) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const ProtectedWord& word) {
    return word.kind == kind && word.range.overlaps(words);
  });
  return found == all.end() ? nullptr : &*found;
}

// Near-misses only: an altogether other name is another person, in another sentence structure.
bool is_near_miss(Text from, Text to) {
  if (from.size() != to.size() || from == to) return false;
  const auto shared = std::count_if(from.begin(), from.end(), [&](char32_t c) { return to.find(c) != Text::npos; });
  return static_cast<std::size_t>(shared) + 1 >= from.size();
}

Verdict another_name(Text from, Text to) {
  return {"name", Severity::critical, Layer::wording, "another name: " + quote(from) + " → " + quote(to)};
}

// A name that its text gives elsewhere too, with one character changed or lost here. `text` has it, `other` lacks it.
std::optional<std::pair<Text, Text>> spoiled_name(std::span<const std::u32string> names, Text text,
                                                  TextRange<Normal> words, Text other_text,
                                                  TextRange<Normal> other_words) {
  for (const auto& name : names) {
    const auto size = static_cast<std::uint32_t>(name.size());
    const auto from = words.begin + 1 > size ? words.begin + 1 - size : 0;
    for (auto at = from; at < words.end && at + size <= text.size(); ++at) {
      if (text.substr(at, size) != name) continue;
      // Where it would stand on the other side: unchanged characters go in step, changed ones where both have as many.
      const bool as_many = words.size() == other_words.size();
      if (!as_many && (at > words.begin || at + size < words.end)) continue;
      const auto begin = static_cast<std::int64_t>(other_words.begin) - words.begin + at;
      const auto end = static_cast<std::int64_t>(other_words.end) - words.end + at + size;
      if (begin < 0 || end <= begin || end > static_cast<std::int64_t>(other_text.size())) continue;
      const Text other = other_text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
      const bool lost = other.size() + 1 == size && size > 2;
      if (other != name && (is_near_miss(name, other) || lost) && std::all_of(other.begin(), other.end(), is_han)) {
        return std::pair(text.substr(at, size), other);
      }
    }
  }
  return {};
}

// A name beside a title, before a verb of saying, or known from elsewhere in the text, that became another name.
Answer name(const Change& change) {
  const auto *left = protected_at(change.left_protected, change.left, ProtectedKind::name),
             *right = protected_at(change.right_protected, change.right, ProtectedKind::name);
  if (left && right) {
    const Text from = change.left_text.substr(left->range.begin, left->range.size());
    const Text to = change.right_text.substr(right->range.begin, right->range.size());
    if (is_near_miss(from, to)) return another_name(from, to);
  }
  if (const auto spoiled =
          spoiled_name(change.left_names, change.left_text, change.left, change.right_text, change.right)) {
    return another_name(spoiled->first, spoiled->second);
  }
  if (const auto spoiled =
          spoiled_name(change.right_names, change.right_text, change.right, change.left_text, change.left)) {
    return another_name(spoiled->second, spoiled->first);
  }
  return {};
}

// A post that became another post.
Answer post(const Change& change) {
  constexpr std::uint32_t kMostWords = 6;
  if (change.left.empty() || change.right.empty() || change.left.size() > kMostWords ||
      change.right.size() > kMostWords)
    return {};
  const auto *left = protected_at(change.left_protected, change.left, ProtectedKind::post),
             *right = protected_at(change.right_protected, change.right, ProtectedKind::post);
  if (!left || !right) return {};
  const Text from = change.left_text.substr(left->range.begin, left->range.size());
  const Text to = change.right_text.substr(right->range.begin, right->range.size());
  if (from == to) return {};
  return Verdict{"post", Severity::critical, Layer::wording, "another post: " + quote(from) + " → " + quote(to)};
}

// 俄罗斯 → 乌克兰: both are places, and not the same.
Answer place(const Change& change) {
  static const WordList places(embedded::classify_places_txt);
  const auto is_place = [](Text words) {
    const auto* word = words.empty() ? nullptr : places.longest_at(words, 0);
    return word && word->text.size() == words.size();
  };
  const auto [left, right] = without_common_ends(change.left_words(), change.right_words());
  const bool whole = is_place(change.left_words()) && is_place(change.right_words());
  if (!whole && !(is_place(left) && is_place(right))) return {};
  return Verdict{"name", Severity::critical, Layer::wording, "another place: " + from_to(change)};
}

// 前 and 原 also before what is no post, but what a person is called: 前|首席工程师.
bool is_called_behind(Text text, std::uint32_t at) {
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t skip = 0; skip <= kReach && at + skip < text.size(); ++skip) {
    if (!is_han(text[at + skip])) return false;
    if (title_at(text, at + skip)) return true;
  }
  return false;
}

// 原, 前, 副 before a post make another post of it.
Answer rank_mark(const Change& change) {
  constexpr std::array<Text, 7> marks = {U"原", U"前", U"副", U"代", U"常务", U"常务副", U"第一"};
  constexpr std::uint32_t kReach = 8;  // the body may stand between the mark and the post: 原|国务院港澳事务办公室|主任
  const auto is_mark = [&](Text words) { return std::find(marks.begin(), marks.end(), words) != marks.end(); };
  const auto left = without_common_ends(change.left, change.left_text, change.right_words());
  const auto right = without_common_ends(change.right, change.right_text, change.left_words());
  const bool gone = right.empty(), come = left.empty();
  if (gone == come) return {};
  const auto words = gone ? left : right;
  const Text mark = (gone ? change.left_text : change.right_text).substr(words.begin, words.size());
  if (!is_mark(mark)) return {};
  if ((mark == U"前" || mark == U"原") && is_called_behind(gone ? change.left_text : change.right_text, words.end))
    return Verdict{"post", Severity::critical, Layer::wording, quote(mark) + " before a person on one side only"};
  // Inside words that were changed as a whole, the mark must belong to the post itself: 教授 → 副教授.
  const bool alone = words == (gone ? change.left : change.right);
  for (const auto& word : gone ? change.left_protected : change.right_protected) {
    if (word.kind != ProtectedKind::post) continue;
    if (alone ? word.range.begin <= words.end + kReach && word.range.end > words.end
              : word.range.begin == words.begin || word.range.begin == words.end) {
      return Verdict{"post", Severity::critical, Layer::wording, quote(mark) + " before a post on one side only"};
    }
  }
  return {};
}

// 互相 and 相互 say the same; so do words that only carry speech along, and 20余万 and 20万余.
bool may_be_reversed(Text words) {
  static const WordList reversible(embedded::classify_reversible_words_txt);
  constexpr Text scales = U"余多十百千万亿";
  if (is_function_only(words)) return true;
  if (words.size() != 2) return false;
  if (contains(scales, words.substr(0, 1)) && contains(scales, words.substr(1))) return true;
  const std::u32string back{words[1], words[0]};
  return reversible.longest_at(words, 0) != nullptr || reversible.longest_at(back, 0) != nullptr;
}

// AB → BA with nothing else changed.
Answer transposed(const Change& change) {
  const auto [left, right] = without_common_ends(change.left_words(), change.right_words());
  if (left.size() != right.size() || left.size() < 2 || left.size() > 4) return {};
  std::u32string a(left), b(right);
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  if (a != b) return {};
  std::size_t differing = 0;
  for (std::size_t i = 0; i < left.size(); ++i) differing += left[i] != right[i];
  if (differing != 2) return {};
  if (may_be_reversed(left))
    return Verdict{"order", Severity::minor, Layer::wording, "the same words in another order"};
  return Verdict{"transposed", Severity::major, Layer::wording, "two characters changed places: " + from_to(change)};
}

// The reference has the character and those beside it in other places too.
bool in_term(const Change& change, std::uint32_t at) {
  constexpr std::uint32_t kBefore = 1, kTerm = 4;
  constexpr std::size_t kTimes = 2;
  if (at < kBefore || !change.count_in_reference) return false;
  const Text term = change.left_text.substr(at - kBefore, kTerm);
  return term.size() == kTerm && std::all_of(term.begin(), term.end(), is_han) &&
         change.count_in_reference(term) >= kTimes;
}

// One character, or two, for others that are read or look alike: a slip of the keyboard, of a conversion or of the eye.
// A converter's (迭代 → 叠代) harms nobody's sense; a writer's is a wrong word.
Answer misprint(const Change& change) {
  constexpr std::uint32_t kMostWords = 4;
  const Text left = change.left_words(), right = change.right_words();
  if (left.size() != right.size() || left.empty() || left.size() > kMostWords) return {};
  std::size_t differing = 0;
  bool harmless = true;  // in some word it is written either way
  bool seen = false;     // and not heard
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    if (!is_han(left[i]) || !is_han(right[i])) return {};
    const bool shape = look_alike(left[i], right[i]);
    harmless = harmless && are_interchangeable(left[i], right[i]);
    // A function character is one choice of many, but not in a term of the text: 万和地产.
    const bool function = contains(kFunctionCharacters, left.substr(i, 1)) &&
                          !in_term(change, change.left.begin + static_cast<std::uint32_t>(i));
    if (!shape && (function || !sound_alike(left[i], right[i]))) return {};
    seen = seen || shape;
    ++differing;
  }
  if (differing == 0 || differing > 2) return {};
  return Verdict{
      "misprint", harmless ? Severity::minor : Severity::major, Layer::wording,
      (seen ? "look alike and mean something else: " : "read alike and written otherwise: ") + from_to(change)};
}

// A quoted term is cited, not written: its wording is not the desk's to change.
Answer quotation(const Change& change) {
  if (change.left_quoted == Quoted::no && change.right_quoted == Quoted::no) return {};
  // A term that is put in or left out as a whole was not reworded.
  if (change.left.empty() && change.right_quoted != Quoted::part) return {};
  const Text left_words = change.left_words();
  const bool term_alone = left_words.size() == change.left_term ||
                          (left_words.size() == change.left_term + 1 && left_words.front() == U'的');
  if (change.right.empty() && change.left_quoted == Quoted::whole && term_alone) {
    return Verdict{"quotation", Severity::major, Layer::wording,
                   "a quoted term was left out: " + quote(change.left_words())};
  }
  if (change.right.empty() && change.left_quoted != Quoted::part) return {};
  if (is_function_only(change.left_words()) && is_function_only(change.right_words())) return {};
  // A term that stands for a whole clause, or a clause for a term, is no rewording of the term.
  const bool whole = (change.left_quoted == Quoted::whole && change.right_quoted == Quoted::no) ||
                     (change.left_quoted == Quoted::no && change.right_quoted == Quoted::whole);
  const auto [less, more] = std::minmax({change.left.size(), change.right.size()});
  if (whole && more > 2 * less + 2) return {};
  return Verdict{"quotation", Severity::major, Layer::wording,
                 "the wording of a quoted term changed: " + from_to(change)};
}

// Who is named as the source of what is said: 据…报道, …指出. The words end with one of these.
constexpr std::array<Text, 22> kSourceEnds = {
    U"人士", U"负责人", U"发言人", U"官方", U"媒体", U"专家", U"学者", U"分析师", U"通讯社", U"社",   U"日报",
    U"晚报", U"时报",   U"报",     U"网",   U"台",   U"央视", U"部门", U"通报",   U"公告",   U"官员", U"代表"};
constexpr std::array<Text, 14> kSayingVerbs = {U"报道", U"指出", U"表示", U"认为", U"说",   U"称",   U"透露",
                                               U"介绍", U"披露", U"强调", U"评论", U"消息", U"证实", U"宣布"};
constexpr std::array<Text, 5> kCiting = {U"据", U"援引", U"引述", U"来自", U"根据"};

bool ends_with_one(Text words, const auto& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](Text ending) { return words.ends_with(ending); });
}

bool is_cited_as_source(Text text, TextRange<Normal> words, const std::vector<ProtectedWord>& protected_words) {
  const Text source = text.substr(words.begin, words.size());
  const bool name = std::any_of(protected_words.begin(), protected_words.end(), [&](const ProtectedWord& word) {
    return word.kind == ProtectedKind::name && word.range == words;
  });
  if (!name && (source.size() < 2 || !ends_with_one(source, kSourceEnds))) return false;
  const Text behind = text.substr(words.end), before = text.substr(0, words.begin);
  return std::any_of(kSayingVerbs.begin(), kSayingVerbs.end(), [&](Text verb) { return behind.starts_with(verb); }) ||
         ends_with_one(before, kCiting);
}

// How sure a speaker is, or the writer of the speaker: said is neither admitted nor claimed.
enum class Speech : std::uint8_t { said, admitted, claimed, accused, found, estimated, denied };
struct SpeechVerb {
  Text word;
  Speech how;
};
constexpr std::array<SpeechVerb, 38> kSpeech = {
    {{U"说", Speech::said},        {U"表示", Speech::said},      {U"指出", Speech::said},
     {U"称", Speech::said},        {U"介绍", Speech::said},      {U"认为", Speech::said},
     {U"透露", Speech::said},      {U"强调", Speech::said},      {U"回应", Speech::said},
     {U"解释", Speech::said},      {U"提到", Speech::said},      {U"谈到", Speech::said},
     {U"指", Speech::said},        {U"说明", Speech::said},      {U"承认", Speech::admitted},
     {U"坦承", Speech::admitted},  {U"供认", Speech::admitted},  {U"声称", Speech::claimed},
     {U"宣称", Speech::claimed},   {U"自称", Speech::claimed},   {U"扬言", Speech::claimed},
     {U"辩称", Speech::claimed},   {U"谎称", Speech::claimed},   {U"狡辩", Speech::claimed},
     {U"指控", Speech::accused},   {U"控告", Speech::accused},   {U"指责", Speech::accused},
     {U"认定", Speech::found},     {U"证实", Speech::found},     {U"确认", Speech::found},
     {U"查明", Speech::found},     {U"估计", Speech::estimated}, {U"预测", Speech::estimated},
     {U"推测", Speech::estimated}, {U"估算", Speech::estimated}, {U"推算", Speech::estimated},
     {U"否认", Speech::denied},    {U"驳斥", Speech::denied}}};

Answer speech(const Change& change) {
  const auto how = [](Text words) -> std::optional<Speech> {
    for (const auto& verb : kSpeech) {
      if (words == verb.word) return verb.how;
    }
    return {};
  };
  auto from = how(change.left_words()), to = how(change.right_words());
  if (!from || !to) {
    const auto [left, right] = without_common_ends(change.left_words(), change.right_words());
    from = how(left);
    to = how(right);
  }
  if (!from || !to || *from == *to) return {};
  // An estimate that is said is still one; so is what was found.
  const auto quiet = [](Speech a, Speech b) {
    return a == Speech::said && (b == Speech::estimated || b == Speech::accused);
  };
  if (quiet(*from, *to) || quiet(*to, *from)) return {};
  return Verdict{"attribution", Severity::major, Layer::wording,
                 "said in another way, and so meant: " + from_to(change)};
}

// 据警方统计，: who stands for what is said was left out. 据悉 and 据了解 name nobody.
Answer lost_source(const Change& change) {
  constexpr std::array<Text, 14> ends = {U"统计", U"估计", U"估算", U"测算", U"推算", U"预测", U"报道",
                                         U"透露", U"消息", U"通报", U"公告", U"数据", U"披露", U"援引"};
  constexpr std::size_t kLeastNamed = 4, kMostNamed = 20;
  if (change.left.empty() == change.right.empty()) return {};
  const Text words = change.left.empty() ? change.right_words() : change.left_words();
  if (words.front() != U'据' || words.size() < kLeastNamed || words.size() > kMostNamed || !ends_with_one(words, ends))
    return {};
  return Verdict{"attribution", Severity::major, Layer::wording,
                 "the source of what is said, on one side only: " + quote(words)};
}

// 有关负责人 → 知情人士, 人民日报 → 新华社: what was said by one is now said by another.
Answer attribution(const Change& change) {
  if (change.left.empty() || change.right.empty()) return {};
  if (!is_cited_as_source(change.left_text, change.left, change.left_protected)) return {};
  if (!is_cited_as_source(change.right_text, change.right, change.right_protected)) return {};
  return Verdict{"attribution", Severity::major, Layer::wording, "another source of what is said: " + from_to(change)};
}

// 我国, 中国, 国内: who speaks, and to whom.
Answer standpoint(const Change& change) {
  constexpr std::array<Text, 6> words = {U"我国", U"中国", U"国内", U"我省", U"我市", U"本市"};
  const auto is_one = [&](Text text) { return std::find(words.begin(), words.end(), text) != words.end(); };
  if (!is_one(change.left_words()) && !is_one(change.right_words())) return {};
  const bool other =
      is_one(change.left_words()) ? is_one(change.right_words()) || change.right.empty() : change.left.empty();
  if (!other) return {};
  return Verdict{"regional", Severity::minor, Layer::wording, "the writer's standpoint: " + from_to(change)};
}

// A word before a noun that the text uses as one term with it: 大模型, 人形机器人. Without it the term is a wider one.
Answer narrower_term(const Change& change) {
  constexpr std::uint32_t kMostWords = 3;  // characters of the modifier
  constexpr std::uint32_t kHead = 2;       // characters of the noun behind it that must be there
  constexpr std::size_t kTimes = 3;        // how often the whole term must stand in the text to be one ...
  constexpr double kMostly = 0.6;          // ... and which share of all places where its noun stands
  const bool gone = change.right.empty(), come = change.left.empty();
  if (gone == come) return {};
  const Text text = gone ? change.left_text : change.right_text;
  auto words = gone ? change.left : change.right;
  while (!words.empty() && contains(kFunctionCharacters, text.substr(words.begin, 1))) ++words.begin;  // 的大 | 模型
  if (words.empty() || words.size() > kMostWords || words.end + kHead > text.size() || !change.count_in_reference)
    return {};
  const Text modifier = text.substr(words.begin, words.size());
  const Text term = text.substr(words.begin, words.size() + kHead);
  if (std::any_of(term.begin(), term.end(),
                  [](char32_t c) { return !is_han(c) || contains(kFunctionCharacters, Text(&c, 1)); }))
    return {};
  const auto terms = change.count_in_reference(term);
  const auto heads = change.count_in_reference(text.substr(words.end, kHead));
  if (terms < kTimes || static_cast<double>(terms) < kMostly * static_cast<double>(heads)) return {};
  return Verdict{"term", Severity::major, Layer::wording,
                 quote(modifier) + " belongs to a term of the text, " + quote(term)};
}

// 在实验室条件下可抑制 → 可抑制: under a condition, and without one.
Answer lost_condition(const Change& change) {
  constexpr std::array<Text, 5> ends = {U"条件下", U"情况下", U"前提下", U"范围内", U"情形下"};
  constexpr std::size_t kMostWords = 20;
  if (change.left.empty() == change.right.empty()) return {};
  const Text words = change.left.empty() ? change.right_words() : change.left_words();
  if (words.size() > kMostWords || words.front() != U'在' || !ends_with_one(words, ends)) return {};
  return Verdict{"scope", Severity::major, Layer::wording, "a condition on one side only: " + quote(words)};
}

// 制造业的各行各业 → 各行各业: what is said of some is now said of all.
Answer wider_scope(const Change& change) {
  constexpr std::array<Text, 8> pronouns = {U"我们", U"人们", U"大家", U"他们", U"自己", U"本身", U"所有", U"整个"};
  constexpr std::uint32_t kMostWords = 8;
  if (change.left.empty() || !change.right.empty()) return {};
  const Text words = change.left_words();
  if (words.size() > kMostWords || words.back() != U'的') return {};
  std::u32string rest(words);
  for (const Text pronoun : pronouns) {
    if (const auto at = rest.find(pronoun); at != std::u32string::npos) rest.erase(at, pronoun.size());
  }
  std::erase_if(rest, [](char32_t c) { return !is_han(c) || contains(kFunctionCharacters, Text(&c, 1)); });
  if (rest.size() < 2) return {};
  return Verdict{"scope", Severity::major, Layer::wording, "a restriction was left out: " + quote(words)};
}

// A clause for which a word or two stand: 关键是要深化改革，… → 要.
Answer lost_clause(const Change& change) {
  constexpr std::uint32_t kLeastLost = 10;  // Han characters that the left has more than twice the right
  const Text lost = change.left_words();
  if (std::none_of(lost.begin(), lost.end(), is_han)) return {};
  if (change.left.size() < kLeastLost + 2 * change.right.size() || is_scaffolding(change.left_words())) return {};
  return Verdict{"deletion", Severity::major, Layer::wording, "most of a clause was left out: " + from_to(change)};
}

// The names that lie in the changed words, in order.
std::vector<Text> names_in(Text text, TextRange<Normal> words, const std::vector<ProtectedWord>& all) {
  std::vector<Text> names;
  for (const auto& word : all) {
    if (word.kind == ProtectedKind::name && words.contains(word.range))
      names.push_back(text.substr(word.range.begin, word.range.size()));
  }
  return names;
}

// Exactly the same characters in another order: who said it now stands behind what was said.
Answer only_order(const Change& change) {
  if (!change.reordered || change.left.size() != change.right.size()) return {};
  std::u32string left(change.left_words()), right(change.right_words());
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  if (left != right) return {};
  auto here = names_in(change.left_text, change.left, change.left_protected),
       there = names_in(change.right_text, change.right, change.right_protected);
  if (here.size() > 1 && here != there && std::is_permutation(here.begin(), here.end(), there.begin(), there.end())) {
    return Verdict{"order", Severity::major, Layer::wording, "the names in another order"};
  }
  return Verdict{"order", Severity::minor, Layer::wording, "the same words in another order"};
}

Answer order(const Change& change) {
  if (!change.reordered) return {};
  return Verdict{"order", Severity::minor, Layer::wording, "the same words in another order"};
}

Verdict any_wording(const Change& change) {
  if (change.right.empty())
    return {"deletion", Severity::minor, Layer::wording, "left out: " + quote(change.left_words())};
  if (change.left.empty())
    return {"insertion", Severity::minor, Layer::wording, "put in: " + quote(change.right_words())};
  return {"wording", Severity::minor, Layer::wording, from_to(change)};
}

using Rule = Answer (*)(const Change&);
constexpr std::array<Rule, 26> kRules = {damaged,
                                         number,
                                         unit,
                                         lost_number,
                                         protected_pair,
                                         regional,
                                         only_order,
                                         judge_chinese_negation,
                                         judge_foreign_negation,
                                         rank_mark,
                                         place,
                                         name,
                                         post,
                                         degree,
                                         speech,
                                         lost_source,
                                         attribution,
                                         transposed,
                                         misprint,
                                         standpoint,
                                         quotation,
                                         narrower_term,
                                         lost_condition,
                                         wider_scope,
                                         lost_clause,
                                         order};

}  // namespace

Verdict judge(const Change& change) {
  for (const Rule rule : kRules) {
    if (auto verdict = rule(change)) return *verdict;
  }
  return any_wording(change);
}

}  // namespace yiwen
