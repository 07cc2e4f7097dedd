// SPDX-License-Identifier: Apache-2.0
//
// Sentences that a page cuts in two: by a column break, a page break, a line break in the wrong place.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "segment/torn_sentences.h"
#include "yiwen/document.h"

namespace yiwen {

// Joins each such pair into one sentence with `cut` set, also across what is no story (a page number): `cut` holds it
// then. Only neighbours are looked at: in a page whose columns were put together in the wrong order the other half
// stands somewhere else. What a column break made look like a heading is parted into its sentences then. At `seams`
// the words count for nothing. REQUIRES: sentences are those of the article's blocks, in order; article and damage
// were made from text; noise stands between the halves of each torn sentence
void join_cut_sentences(std::string_view text, const Article& article, std::span<const Damage> damage,
                        const Seams& seams, std::vector<Sentence>& sentences);

// Long enough to be running text.
[[nodiscard]] bool is_long_paragraph(const Block& block);

// Whether a stop that is missing at the end of a paragraph means anything: most long ones of the text have one.
[[nodiscard]] bool ends_paragraphs_with_stops(std::string_view text, const Article& article);

}  // namespace yiwen
