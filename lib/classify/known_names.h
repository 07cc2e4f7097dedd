// SPDX-License-Identifier: Apache-2.0
//
// Names that readers know, by kind: data/known_names.tsv.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "yiwen/text_range.h"

namespace yiwen {

struct KnownName {
  TextRange<Normal> range;
  std::string_view kind;
  std::size_t bearer = 0;  // of its kind: two names of one bearer are two ways to call it
};

// The names of the folded text that hold all of the words, or touch them where there are none; of those that begin at
// one place the longest.
[[nodiscard]] std::vector<KnownName> known_names_around(std::u32string_view text, TextRange<Normal> words);

}  // namespace yiwen
