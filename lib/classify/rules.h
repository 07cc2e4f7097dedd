// SPDX-License-Identifier: Apache-2.0
//
// The rules that judge a change. Each looks at it and answers, or says nothing and leaves it to a later, quieter one.
// The order in which they are asked is the list in judge.cc; docs/variants.md has examples of each.
#pragma once

#include <optional>

#include "classify/change.h"

namespace yiwen {

using Answer = std::optional<Verdict>;

namespace rules {

// head_rules.cc: marks of lists and labels of interviews.
[[nodiscard]] Answer note_mark(const Change& change);
[[nodiscard]] Answer list_mark(const Change& change);
[[nodiscard]] Answer label(const Change& change);

// advertiser_rule.cc: what a mirror of a page put in the place of a name.
[[nodiscard]] Answer advertiser(const Change& change);

// forms_of_address.cc: one person, called in two ways.
[[nodiscard]] Answer form_of_address(const Change& change);

// number_rules.cc: values, and what is counted.
[[nodiscard]] Answer number(const Change& change);
[[nodiscard]] Answer sign(const Change& change);
[[nodiscard]] Answer power(const Change& change);
[[nodiscard]] Answer rate(const Change& change);
[[nodiscard]] Answer currency(const Change& change);
[[nodiscard]] Answer fraction(const Change& change);
[[nodiscard]] Answer unit_case(const Change& change);
[[nodiscard]] Answer unit(const Change& change);
[[nodiscard]] Answer ordinal(const Change& change);
[[nodiscard]] Answer lost_part(const Change& change);
[[nodiscard]] Answer lost_number(const Change& change);

// numeral_rule.cc: Chinese numerals that are read as no number.
[[nodiscard]] Answer numeral(const Change& change);

// number_claim_rule.cc: what is said of a number that stays the same.
[[nodiscard]] Answer rounded(const Change& change);
[[nodiscard]] Answer number_claim(const Change& change);

// day_rule.cc: which day, counted from the day of the paper.
[[nodiscard]] Answer day_word(const Change& change);

// set_phrase_rule.cc
[[nodiscard]] Answer set_phrase(const Change& change);

// term_rules.cc: words that must be kept as they are, and those that may be put in others.
[[nodiscard]] Answer spelling(const Change& change);
[[nodiscard]] Answer protected_pair(const Change& change);
[[nodiscard]] Answer regional(const Change& change);
[[nodiscard]] Answer standpoint(const Change& change);
[[nodiscard]] Answer quotation(const Change& change);
[[nodiscard]] Answer narrower_term(const Change& change);

// chinese_negation_rule.cc, foreign_negation_rule.cc: what one side denies and the other does not.
[[nodiscard]] Answer potential(const Change& change);
[[nodiscard]] Answer refusal(const Change& change);
[[nodiscard]] Answer chinese_negation(const Change& change);
[[nodiscard]] Answer foreign_negation(const Change& change);

// name_rules.cc: people, posts and places.
[[nodiscard]] Answer name(const Change& change);
[[nodiscard]] Answer surname(const Change& change);
[[nodiscard]] Answer another_person(const Change& change);
[[nodiscard]] Answer unknown_name(const Change& change);
[[nodiscard]] Answer foreign_name(const Change& change);
[[nodiscard]] Answer dotted_name(const Change& change);
[[nodiscard]] Answer post(const Change& change);
[[nodiscard]] Answer calling(const Change& change);
[[nodiscard]] Answer rank_mark(const Change& change);
[[nodiscard]] Answer place(const Change& change);

// list_rules.cc: what a row of people or a list of things lost.
[[nodiscard]] Answer lost_person(const Change& change);
[[nodiscard]] Answer lost_item(const Change& change);

// latin_name_rule.cc: names that are told by their capitals.
[[nodiscard]] Answer latin_name(const Change& change);

// known_name_rules.cc: names that readers know, and those that look like one.
[[nodiscard]] Answer known_name(const Change& change);
[[nodiscard]] Answer another_full_name(const Change& change);

// Two ways to call one person: 专家, 学者 (data/same_callings.tsv).
[[nodiscard]] bool are_same_callings(std::u32string_view left, std::u32string_view right);

// degree_rules.cc: how much, how sure, how soon.
[[nodiscard]] Answer degree(const Change& change);

// source_rules.cc: who says it, and how.
[[nodiscard]] Answer speech(const Change& change);
[[nodiscard]] Answer lost_source(const Change& change);
[[nodiscard]] Answer attribution(const Change& change);

// kind_rules.cc: words that say which of a kind.
[[nodiscard]] Answer another_kind(const Change& change);
[[nodiscard]] Answer another_settlement(const Change& change);
[[nodiscard]] Answer body(const Change& change);
[[nodiscard]] Answer another_body(const Change& change);
[[nodiscard]] Answer abbreviation(const Change& change);

// slip_rules.cc: what a keyboard, a conversion or the eye does by mistake.
[[nodiscard]] Answer pinyin(const Change& change);
[[nodiscard]] Answer masked(const Change& change);
[[nodiscard]] Answer transposed(const Change& change);
[[nodiscard]] Answer misprint(const Change& change);

// scope_rules.cc: what a sentence holds of, with and without a clause.
[[nodiscard]] Answer lost_exception(const Change& change);
[[nodiscard]] Answer lost_condition(const Change& change);
[[nodiscard]] Answer wider_scope(const Change& change);
[[nodiscard]] Answer lost_clause(const Change& change);

// order_rules.cc: the same words in another order, and who does it to whom.
[[nodiscard]] Answer counted_in_another_order(const Change& change);
[[nodiscard]] Answer exchanged(const Change& change);
[[nodiscard]] Answer voice(const Change& change);
[[nodiscard]] Answer only_order(const Change& change);
[[nodiscard]] Answer order(const Change& change);

// other_word_rule.cc: a word that no table knows.
[[nodiscard]] Answer another_word(const Change& change);

}  // namespace rules
}  // namespace yiwen
