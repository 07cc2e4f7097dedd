// SPDX-License-Identifier: Apache-2.0
//
// What is said of a number: 约300家 → 300家, 增加到300吨 → 增加了300吨, 是…的3倍 → 比…高3倍, 38764件 → 3.8万余件.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/words_by_role.h"
#include "classify/measures.h"
#include "classify/phrases.h"
#include "classify/rules.h"
#include "diff/numbers.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_number_claims_tsv;
}

namespace {

using Text = std::u32string_view;

const Words& claim_words(std::string_view role) {
  static const WordsByRole kWords(embedded::classify_number_claims_tsv);
  return kWords.of(role);
}

enum class Hedge { none, about, near, more, most };
enum class Reach { unsaid, to, by };

struct Claim {
  double value = 0;
  Hedge hedge = Hedge::none;
  TextRange<Normal> hedge_at;  // the words that say so
  Reach reach = Reach::unsaid;
  TextRange<Normal> reach_at;
};

struct HedgeWords {
  Hedge hedge;
  std::string_view before, behind, unit_behind;  // roles; no words where empty
};
// Of two words that end at one place the one of the earlier line is meant: 不超过 before 超过.
constexpr std::array<HedgeWords, 4> kHedges = {{{Hedge::most, "most-before", "", "most-unit-behind"},
                                                {Hedge::near, "near-before", "", "near-unit-behind"},
                                                {Hedge::about, "about-before", "about-behind", "about-unit-behind"},
                                                {Hedge::more, "more-before", "more-behind", "more-unit-behind"}}};

// Takes the longest word of the list off the end of the text.
bool take_off(Text& text, const Words& words) {
  std::size_t longest = 0;
  for (const auto& word : words) {
    if (text.ends_with(word)) longest = std::max(longest, word.size());
  }
  text.remove_suffix(longest);
  return longest > 0;
}

// Takes the hedge off the end of the text, which is the begin of a passage.
bool take_off_hedge(Text& before, Claim& claim) {
  const auto end = static_cast<std::uint32_t>(before.size());
  for (const auto& words : kHedges) {
    if (!take_off(before, claim_words(words.before))) continue;
    claim.hedge = words.hedge;
    claim.hedge_at = {static_cast<std::uint32_t>(before.size()), end};
    return true;
  }
  return false;
}

// 300|家左右, 300|多家, 十年|以上: a unit may stand between.
bool find_hedge_behind(Text text, std::uint32_t number_end, Claim& claim) {
  constexpr std::uint32_t kLongestUnit = 3;
  for (auto at = number_end; at <= number_end + kLongestUnit && at < text.size(); ++at) {
    for (const auto& words : kHedges) {
      for (const auto role : {words.behind, words.unit_behind}) {
        if (role.empty() || (role == words.behind && at > number_end)) continue;
        for (const auto& word : claim_words(role)) {
          if (!text.substr(at).starts_with(word)) continue;
          claim.hedge = words.hedge;
          claim.hedge_at = {at, at + static_cast<std::uint32_t>(word.size())};
          return true;
        }
      }
    }
  }
  return false;
}

// 增加到, 增加了: what stands directly before the number or its hedge.
Reach reach_of(Text before, bool times) {
  if (ends_with_one_of(before, claim_words("to"))) return Reach::to;
  Text verb = before;
  while (take_off(verb, claim_words("by"))) {
  }
  if (ends_with_one_of(verb, claim_words("change"))) return Reach::by;
  return times && ends_with_one_of(before, claim_words("times-to")) ? Reach::to : Reach::unsaid;
}

// 1小时|25分: one quantity of two numbers.
bool are_one_quantity(Text text, const Number& first, const Number& second) {
  if (second.range.begin <= first.range.end) return false;
  const Text between = text.substr(first.range.end, second.range.begin - first.range.end);
  const auto* measure = measure_at_begin(between, [&](std::size_t end) { return end == between.size(); });
  return measure && measure->word.size() == between.size();
}

// `last`: the last number of the quantity that begins with `number`.
Claim claim_of(Text text, const Number& number, const Number& last) {
  Claim claim;
  claim.value = number.value;
  Text before = text.substr(0, number.range.begin);
  bool hedged = take_off_hedge(before, claim);
  constexpr std::uint32_t kVerb = 4;  // characters before the number: 增加了
  const auto end = static_cast<std::uint32_t>(before.size());
  claim.reach = reach_of(before, text.substr(number.range.end).starts_with(U'倍'));
  claim.reach_at = {end > kVerb ? end - kVerb : 0, end};
  if (!hedged && take_off(before, claim_words("between"))) hedged = take_off_hedge(before, claim);
  if (!hedged) hedged = find_hedge_behind(text, last.range.end, claim);
  if (!hedged && text.substr(number.range.begin, number.range.size()).find_first_of(U"余多") != Text::npos) {
    claim.hedge = Hedge::more;  // 20余万
    claim.hedge_at = number.range;
  }
  return claim;
}

// The claims of the numbers that stand so near the changed words that these may speak of them.
std::vector<Claim> claims_near(Text text, TextRange<Normal> words, std::span<const Number> numbers) {
  constexpr std::uint32_t kNear = 6;
  std::vector<Claim> claims;
  const auto near = std::partition_point(numbers.begin(), numbers.end(),
                                         [&](const Number& n) { return n.range.end + kNear < words.begin; });
  auto first = static_cast<std::size_t>(near - numbers.begin());
  if (near != numbers.end()) {
    while (first > 0 && are_one_quantity(text, numbers[first - 1], numbers[first])) --first;
  }
  for (auto last = first; first < numbers.size() && numbers[first].range.begin <= words.end + kNear; first = ++last) {
    while (last + 1 < numbers.size() && are_one_quantity(text, numbers[last], numbers[last + 1])) ++last;
    if (!numbers[first].ordinal) claims.push_back(claim_of(text, numbers[first], numbers[last]));
  }
  return claims;
}

bool are_opposed(Hedge a, Hedge b) {
  const auto [low, high] = std::minmax({a, b});
  return high >= Hedge::more && low != Hedge::none && low != Hedge::about && low != high;
}

// 约300家 may be 300, so that 300家 or 近300家 is no other claim; 300多家 are not 300, and 仅300家 says more than that.
bool say_alike(const Change& change, Hedge a, Hedge b) {
  const auto [low, high] = std::minmax({a, b});
  if (low == Hedge::about) return high == Hedge::near;
  if (low != Hedge::none || high != Hedge::about) return false;
  const auto [left, right] = differing(change);
  const Text plain = a == Hedge::none ? change.left_text.substr(left.begin, left.size())
                                      : change.right_text.substr(right.begin, right.size());
  return plain.empty() || is_one_of(plain, claim_words("between"));
}

// The last digit that is given of a value, as a value: of 38,000 it is 1,000; of a digit alone half of the value, for
// it stands for no more than half as much again.
double last_given(double value) {
  double unit = std::pow(10, std::floor(std::log10(value)));
  if (std::abs(value - unit) < unit / 1e9) return unit / 2;
  while (unit > value / 1e9 && std::abs(std::remainder(value, unit)) > unit / 1e9) unit /= 10;
  return unit;
}

// 38,764 is 3.8万余, 近4万 and 约3.9万.
bool is_rounding(double exact, const Claim& claim) {
  if (claim.value <= 0 || exact <= 0) return false;
  const double off = exact - claim.value, given = last_given(claim.value);
  switch (claim.hedge) {
    case Hedge::more:
      return off >= 0 && off < given;
    case Hedge::near:
      return off <= 0 && -off < given;
    case Hedge::about:
      return std::abs(off) < given;
    default:
      return false;
  }
}

}  // namespace

Answer rules::rounded(const Change& change) {
  constexpr std::uint32_t kMostWords = 16;  // the number, its unit and a word beside it: 36210件，其中
  if (change.left.size() > kMostWords || change.right.size() > kMostWords) return {};
  const auto the_claim = [](Text text, TextRange<Normal> words,
                            std::span<const Number> numbers) -> std::optional<Claim> {
    std::optional<Claim> claim;
    for (const auto& number : numbers) {
      if (!number.range.overlaps(words)) continue;
      if (claim || number.ordinal) return {};
      claim = claim_of(text, number, number);
    }
    return claim;
  };
  const auto left = the_claim(change.left_text, change.left, change.left_numbers),
             right = the_claim(change.right_text, change.right, change.right_numbers);
  if (!left || !right || left->value == right->value) return {};
  if (!(left->hedge == Hedge::none && is_rounding(left->value, *right)) &&
      !(right->hedge == Hedge::none && is_rounding(right->value, *left)))
    return {};
  return Verdict{"number", Severity::minor, Layer::wording, "rounded, and said to be: " + from_to(change)};
}

Answer rules::number_claim(const Change& change) {
  constexpr std::uint32_t kMostWords = 8;  // more is another clause
  if (change.left.size() > kMostWords || change.right.size() > kMostWords) return {};
  const auto left = claims_near(change.left_text, change.left, change.left_numbers),
             right = claims_near(change.right_text, change.right, change.right_numbers);
  if (left.size() != right.size()) return {};
  for (std::size_t k = 0; k < left.size(); ++k) {
    const auto &here = left[k], &there = right[k];
    if (here.value != there.value) continue;
    // The words that changed are those that say so; another place near may have changed as well.
    const auto changed = [&](TextRange<Normal> a, TextRange<Normal> b) {
      return a.overlaps(change.left) || b.overlaps(change.right);
    };
    if (here.reach != Reach::unsaid && there.reach != Reach::unsaid && here.reach != there.reach &&
        changed(here.reach_at, there.reach_at)) {
      return Verdict{"number", Severity::critical, Layer::wording,
                     "what the number came to, and by how much: " + from_to(change)};
    }
    if (here.hedge == there.hedge || !changed(here.hedge_at, there.hedge_at)) continue;
    const auto severity = are_opposed(here.hedge, there.hedge)         ? Severity::critical
                          : say_alike(change, here.hedge, there.hedge) ? Severity::minor
                                                                       : Severity::major;
    return Verdict{"degree", severity, Layer::wording, "the number is hedged in another way: " + from_to(change)};
  }
  return {};
}

}  // namespace yiwen
