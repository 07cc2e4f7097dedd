// SPDX-License-Identifier: Apache-2.0
#include "classify/printed_words.h"

#include "base/utf8.h"
#include "classify/garbled_words.h"

namespace yiwen {

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

}  // namespace yiwen
