// SPDX-License-Identifier: Apache-2.0
#include "classify/printed_words.h"

#include <string_view>

#include "base/utf8.h"
#include "classify/garbled_words.h"

namespace yiwen {

namespace {

bool is_closing(char32_t c) {
  return std::u32string_view(U"”’」』）)】〕]］》〉\"").find(c) != std::u32string_view::npos;
}

// The closing marks between the words and what stands before them.
std::uint32_t closing_marks_before(const PrintedWitness& witness, TextRange<Normal> words) {
  const auto& from = witness.witness->normal->from;
  if (words.empty() || words.begin == 0) return 0;
  std::uint32_t marks = 0;
  for (auto at = from[words.begin - 1].end; at < from[words.begin].begin;)
    marks += is_closing(next_code_point(witness.text, at)) ? 1U : 0U;
  return marks;
}

}  // namespace

std::string printed_text(const PrintedWitness& witness, TextRange<Normal> words) {
  const auto source = witness.witness->normal->to_source(words);
  return std::string(witness.text.substr(source.begin, source.size()));
}

std::string quoted_text(const PrintedWitness& witness, TextRange<Normal> words) {
  std::string text = printed_text(witness, words);
  // A break of the column in the middle of what is quoted is no part of it.
  std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
  if (garbled_in(witness, words) != nullptr) text += " (" + to_utf8(witness.witness->normal->slice(words)) + ")";
  return text;
}

CodePointRange printed_without(const PrintedWitness& witness, TextRange<Normal> at, TextRange<Normal> cell,
                               const PrintedWitness& other, TextRange<Normal> missing) {
  auto place = witness.printed(at, cell);
  if (at.begin == cell.begin) return place;
  auto byte = witness.witness->normal->to_source(at).begin;
  for (auto marks = closing_marks_before(other, missing); marks > 0 && byte < witness.text.size(); --marks) {
    if (!is_closing(next_code_point(witness.text, byte))) break;
    ++place.begin;
    ++place.end;
  }
  return place;
}

}  // namespace yiwen
