// SPDX-License-Identifier: Apache-2.0
//
// The rules that say what kind a difference is and how grave (rules.h), in the order in which they are asked; the first
// that has an answer decides, and says why in one line that is printed on the card.
//
// Calibration: of the differences that desks make in a speech, one in seven is grave. A rule that is not sure says
// nothing and leaves the place to a later, quieter one.
#include <array>

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
constexpr std::array<Rule, 63> kRules = {damaged,
                                         rules::note_mark,
                                         rules::list_mark,
                                         rules::label,
                                         rules::sign,
                                         rules::power,
                                         rules::fraction,
                                         rules::unit_case,
                                         rules::rate,
                                         rules::currency,
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
                                         rules::order};

}  // namespace

Verdict judge(const Change& change) {
  for (const Rule rule : kRules) {
    if (auto verdict = rule(change)) return *verdict;
  }
  return any_wording(change);
}

}  // namespace yiwen
