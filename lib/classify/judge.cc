// SPDX-License-Identifier: Apache-2.0
//
// The rules that say what kind a difference is and how grave (rules.h), in the order in which they are asked; the first
// that has an answer decides, and says why in one line that is printed on the card.
//
// Calibration: of the differences that desks make in a speech, one in seven is grave. A rule that is not sure says
// nothing and leaves the place to a later, quieter one.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "base/char_class.h"
#include "classify/phrases.h"
#include "classify/rules.h"

namespace yiwen {

namespace {

// Mojibake on one side: the reading cannot be told, only that it is not what the other has.
Answer damaged(const Change& change) {
  if (change.garbled) {
    return Verdict{"corruption", Severity::major, Layer::wording,
                   "characters damaged by transcoding; what stood there is known"};
  }
  if (!change.left_damaged && !change.right_damaged) return {};
  return Verdict{"corruption", Severity::major, Layer::wording,
                 "characters damaged by transcoding; cannot tell what stood there"};
}

Verdict any_wording(const Change& change) {
  if (change.right.empty())
    return {"deletion", Severity::minor, Layer::wording, "left out: " + quote(change, change.left_words())};
  if (change.left.empty())
    return {"insertion", Severity::minor, Layer::wording, "put in: " + quote(change, change.right_words())};
  return {"wording", Severity::minor, Layer::wording, from_to(change)};
}

using Rule = Answer (*)(const Change&);
constexpr std::array<Rule, 70> kRules = {damaged,
                                         rules::advertiser,
                                         rules::pinyin,
                                         rules::masked,
                                         rules::note_mark,
                                         rules::list_mark,
                                         rules::label,
                                         rules::sign,
                                         rules::power,
                                         rules::fraction,
                                         rules::unit_case,
                                         rules::rate,
                                         rules::currency,
                                         rules::counted_in_another_order,
                                         rules::rounded,
                                         rules::ordinal,
                                         rules::number,
                                         rules::unit,
                                         rules::lost_part,
                                         rules::lost_number,
                                         rules::spelling,
                                         rules::day_word,
                                         rules::protected_pair,
                                         rules::regional,
                                         rules::set_phrase,
                                         rules::form_of_address,
                                         rules::exchanged,
                                         rules::only_order,
                                         rules::potential,
                                         rules::refusal,
                                         rules::chinese_negation,
                                         rules::foreign_negation,
                                         rules::number_claim,
                                         rules::numeral,
                                         rules::rank_mark,
                                         rules::place,
                                         rules::name,
                                         rules::surname,
                                         rules::foreign_name,
                                         rules::dotted_name,
                                         rules::lost_person,
                                         rules::lost_item,
                                         rules::post,
                                         rules::calling,
                                         rules::voice,
                                         rules::degree,
                                         rules::speech,
                                         rules::lost_source,
                                         rules::attribution,
                                         rules::another_person,
                                         rules::known_name,
                                         rules::another_full_name,
                                         rules::another_kind,
                                         rules::another_settlement,
                                         rules::body,
                                         rules::another_body,
                                         rules::abbreviation,
                                         rules::transposed,
                                         rules::misprint,
                                         rules::unknown_name,
                                         rules::latin_name,
                                         rules::standpoint,
                                         rules::quotation,
                                         rules::narrower_term,
                                         rules::lost_exception,
                                         rules::lost_condition,
                                         rules::wider_scope,
                                         rules::lost_clause,
                                         rules::order,
                                         rules::another_word};

Answer ask(const Change& change) {
  for (const Rule rule : kRules) {
    if (auto verdict = rule(change)) return verdict;
  }
  return {};
}

// Words that both sides of a change have, between two changes that were taken for one: 没有|要求|任何 → 要求.
struct Island {
  TextRange<Normal> left, right;
};

// The longest one; nothing where it is too short of what changed to be more than chance.
std::optional<Island> find_island(const Change& change) {
  // Characters of the island: one stands in two phrases by chance; three letters are a word (had), and a whole one by
  // itself. Ranges 2-3, 3-5.
  constexpr std::size_t kLeast = 2, kLeastLatin = 3;
  constexpr std::size_t kMost = 40;  // of what changed: a longer phrase was worded anew, as in exchange.cc; range 30-60
  const auto left = change.left_words(), right = change.right_words();
  if (left.empty() || right.empty() || left.size() > kMost || right.size() > kMost) return {};
  if (change.left_begins.size() <= change.left.end || change.right_begins.size() <= change.right.end) return {};
  const auto begins = [](std::span<const char> all, std::size_t at) { return all[at] != 0; };
  std::optional<Island> best;
  for (std::uint32_t i = 0; i < left.size(); ++i) {
    for (std::uint32_t k = 0; k < right.size(); ++k) {
      if (!begins(change.left_begins, change.left.begin + i) || !begins(change.right_begins, change.right.begin + k))
        continue;
      std::uint32_t size = 0;
      while (i + size < left.size() && k + size < right.size() && left[i + size] == right[k + size]) ++size;
      while (size > 0 && (!begins(change.left_begins, change.left.begin + i + size) ||
                          !begins(change.right_begins, change.right.begin + k + size)))
        --size;
      if (size < kLeast || (best && size <= best->left.size())) continue;
      best = Island{{change.left.begin + i, change.left.begin + i + size},
                    {change.right.begin + k, change.right.begin + k + size}};
    }
  }
  if (!best) return {};
  const std::size_t size = best->left.size();
  const bool latin = size >= kLeastLatin && is_latin(left.front()) && is_latin(right.front());
  if (!latin && 2 * size + 1 < std::min(left.size(), right.size())) return {};
  return best;
}

// 上海和|北京 → 北京|和上海: what stood before the island stands behind it now.
bool is_turned(const Change& change, const Island& island) {
  const auto part = [](std::u32string_view text, std::uint32_t begin, std::uint32_t end) {
    return text.substr(begin, end - begin);
  };
  const auto left_head = part(change.left_text, change.left.begin, island.left.begin),
             left_tail = part(change.left_text, island.left.end, change.left.end),
             right_head = part(change.right_text, change.right.begin, island.right.begin),
             right_tail = part(change.right_text, island.right.end, change.right.end);
  const auto share = [](std::u32string_view one, std::u32string_view other) {
    return std::any_of(one.begin(), one.end(), [&](char32_t c) { return is_han(c) && other.find(c) != other.npos; });
  };
  return share(left_head, right_tail) || share(left_tail, right_head) ||
         (!left_head.empty() && left_head == right_tail) || (!left_tail.empty() && left_tail == right_head);
}

// A term is told as a whole; of its parts only these say something by themselves.
bool tells_beside_island(const Verdict& verdict) {
  constexpr std::array<std::string_view, 5> kKinds = {"negation", "name", "number", "date", "degree"};
  return std::find(kKinds.begin(), kKinds.end(), verdict.kind) != kKinds.end();
}

// What the rules say of the words before and behind an island, the graver.
Answer beside_island(const Change& change) {
  const auto island = find_island(change);
  if (!island || is_turned(change, *island)) return {};
  Answer gravest;
  for (const bool before : {true, false}) {
    Change part = change;
    part.left = before ? TextRange<Normal>{change.left.begin, island->left.begin}
                       : TextRange<Normal>{island->left.end, change.left.end};
    part.right = before ? TextRange<Normal>{change.right.begin, island->right.begin}
                        : TextRange<Normal>{island->right.end, change.right.end};
    if (part.left.empty() && part.right.empty()) continue;
    const auto verdict = ask(part);
    if (verdict && verdict->severity > Severity::minor && tells_beside_island(*verdict) &&
        (!gravest || verdict->severity > gravest->severity))
      gravest = verdict;
  }
  return gravest;
}

}  // namespace

Verdict judge(const Change& change) {
  if (auto verdict = ask(change)) return *verdict;
  if (auto verdict = beside_island(change)) return *verdict;
  return any_wording(change);
}

}  // namespace yiwen
