// SPDX-License-Identifier: Apache-2.0
#include "classify/read_passage.h"

#include "normalize/normalize.h"
#include "segment/units.h"

namespace yiwen {

namespace {

bool is_traditional(std::string_view text) {
  return normalize(text, Layer::punctuation).chars != normalize(text, Layer::script).chars;
}

}  // namespace

ReadPassage read_passage(const PrintedWitness& witness, TextRange<Normal> passage) {
  const auto& normal = *witness.witness->normal;
  const auto source = normal.to_source(passage);
  ReadPassage read;
  read.begins = unit_begins(normal, passage);
  read.numbers = find_numbers(normal.slice(passage), read.begins);
  read.protected_words = find_protected(normal, passage);
  read.traditional = is_traditional(witness.text.substr(source.begin, source.size()));
  return read;
}

}  // namespace yiwen
