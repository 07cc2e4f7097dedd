// SPDX-License-Identifier: Apache-2.0
//
// UTF-8 -> the folded characters of an article, cut into sentences, in one pass that allocates nothing but its result.
// Laws: the sentences are in order and do not overlap; what is folded depends on the text alone, and two texts that
// differ in script, width, case, punctuation inside sentences or pinyin annotations alone fold alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dedup/fold_table.h"
#include "yiwen/text_range.h"

namespace yiwen {

// The space of the folded characters of one article.
struct Folded {};

struct FoldedSentence {
  TextRange<CodePoints> range;  // from its first compared character to its last, marks behind it left out
  TextRange<Folded> chars;      // never empty
};

struct FoldedArticle {
  std::u16string chars;
  std::vector<FoldedSentence> sentences;
};

// A sentence ends at 。！？, at a full stop that no letter or digit follows, and at a line break; one that has gone on
// for kLongSentence characters ends at the next comma, or where its characters say so, which is at the same place in
// every copy. Fills `out`, whose storage is used again. REQUIRES: text is valid UTF-8 of less than 2^32 bytes
void fold_article(std::string_view text, FoldedArticle& out);

// Text without stops (lists, lines of one character repeated) must not become sentences of any length: comparing them
// is not linear. Range 100 to 1,000; one sentence in a thousand of real news has more than 160 characters.
inline constexpr std::uint32_t kLongSentence = 160;
inline constexpr std::uint32_t kLongestSentence = 400;

}  // namespace yiwen
