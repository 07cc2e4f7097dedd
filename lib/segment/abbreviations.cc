// SPDX-License-Identifier: Apache-2.0
#include "segment/abbreviations.h"

#include <algorithm>
#include <array>

#include "base/char_class.h"

namespace yiwen {

namespace {

constexpr std::array<std::u32string_view, 73> kAbbreviations{
    U"mr",  U"mrs",  U"ms",   U"mx",     U"dr",   U"prof", U"sr",   U"jr",    U"st",  U"mt",   U"ft",
    U"gen", U"col",  U"capt", U"lt",     U"sgt",  U"maj",  U"cmdr", U"adm",   U"gov", U"sen",  U"rep",
    U"hon", U"rev",  U"pres", U"messrs", U"vs",   U"v",    U"etc",  U"cf",    U"al",  U"inc",  U"ltd",
    U"co",  U"corp", U"bros", U"dept",   U"est",  U"ave",  U"blvd", U"rd",    U"jan", U"feb",  U"mar",
    U"apr", U"jun",  U"jul",  U"aug",    U"sep",  U"sept", U"oct",  U"nov",   U"dec", U"mon",  U"tue",
    U"wed", U"thu",  U"fri",  U"approx", U"dist", U"ed",   U"eds",  U"trans", U"esp", U"ibid", U"viz",
    U"eg",  U"ie",   U"mme",  U"mlle",   U"hrsg", U"usw",  U"bzw"};
constexpr std::array<std::u32string_view, 14> kBeforeNumbers{U"no",  U"nos", U"fig", U"figs", U"vol", U"p",   U"pp",
                                                             U"art", U"sec", U"ch",  U"eq",   U"nr",  U"ver", U"ca"};
constexpr std::array<std::u32string_view, 46> kSentenceWords{
    U"The",  U"This",  U"That",    U"These",  U"Those", U"It",    U"He",    U"She",  U"They", U"We",
    U"You",  U"I",     U"A",       U"An",     U"In",    U"On",    U"At",    U"For",  U"From", U"With",
    U"But",  U"And",   U"However", U"Its",    U"His",   U"Her",   U"Their", U"Our",  U"As",   U"If",
    U"When", U"While", U"After",   U"Before", U"Since", U"There", U"Here",  U"What", U"Who",  U"Why",
    U"How",  U"Many",  U"Some",    U"Most",   U"Last",  U"No"};
constexpr std::array<std::u32string_view, 16> kContinuers{U"的", U"地", U"等", U"和", U"与", U"與",   U"及",   U"或",
                                                          U"之", U"便", U"而", U"并", U"並", U"然后", U"然後", U"时"};

template <class Table>
bool holds(const Table& table, std::u32string_view word) {
  const auto small = [](char32_t c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; };
  return std::any_of(table.begin(), table.end(), [&](std::u32string_view entry) {
    return std::equal(entry.begin(), entry.end(), word.begin(), word.end(),
                      [&](char32_t a, char32_t b) { return a == small(b); });
  });
}

}  // namespace

bool is_abbreviation(std::u32string_view word) { return holds(kAbbreviations, word); }

bool precedes_number(std::u32string_view word) { return holds(kBeforeNumbers, word); }

bool begins_sentence_word(std::u32string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_latin(text[end])) ++end;
  return std::find(kSentenceWords.begin(), kSentenceWords.end(), text.substr(0, end)) != kSentenceWords.end();
}

bool is_continuer(std::u32string_view text) {
  return std::any_of(kContinuers.begin(), kContinuers.end(),
                     [&](std::u32string_view word) { return text.starts_with(word); });
}

}  // namespace yiwen
