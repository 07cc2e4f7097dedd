// SPDX-License-Identifier: Apache-2.0
//
// Article -> sentences. Laws: the sentences and the gaps between them, in order, are the text; a sentence does not cut
// a number or a word; closing quotes stay with their sentence.
#pragma once

#include <string_view>
#include <vector>

#include "segment/torn_sentences.h"
#include "yiwen/document.h"

namespace yiwen {

// The sentences of every block that is not noise, in order. A title, heading, caption or byline is one sentence each.
// `seams`: what other texts tell of its breaks. REQUIRES: article and normal were made from text; noise stands between
// the halves of each torn sentence
[[nodiscard]] std::vector<Sentence> segment(std::string_view text, const Article& article, const NormalText& normal,
                                            const Seams& seams = {});

// Takes out of the normal text what is no story inside a sentence: the number of the page that a column break leaves
// between its halves. REQUIRES: sentences are those that segment() found in article and normal
void leave_out_interruptions(const Article& article, std::vector<Sentence>& sentences, NormalText& normal);

}  // namespace yiwen
