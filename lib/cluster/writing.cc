// SPDX-License-Identifier: Apache-2.0
#include "cluster/writing.h"

#include <algorithm>

#include "base/char_class.h"

namespace yiwen {

Writing writing_of(const Witness& witness, std::uint32_t sentence) {
  // Words without a Han character that are a sentence, and no name or score. Range 4 to 8.
  constexpr std::size_t kLeastWords = 5;
  const auto words = witness.normal->slice(witness.sentences[sentence].normal);
  if (std::any_of(words.begin(), words.end(), is_han)) return Writing::han;
  return witness.units[sentence].size() >= kLeastWords ? Writing::other : Writing::either;
}

Writings writings_of(const Witness& witness) {
  Writings writings;
  for (std::uint32_t s = 0; s < witness.sentences.size(); ++s) {
    if (witness.sentences[s].kind == BlockKind::body) writings.insert(writing_of(witness, s));
  }
  return writings;
}

}  // namespace yiwen
