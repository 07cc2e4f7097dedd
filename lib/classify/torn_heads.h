// SPDX-License-Identifier: Apache-2.0
//
// Whether what a paragraph lacks of a sentence at its begin was torn off it. An editor lets a paragraph begin with a
// clause; a page lets it begin anywhere.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "classify/cut_findings.h"
#include "classify/lost_ends.h"

namespace yiwen {

// Characters (text_length) that another text must have before (behind) a cut: fewer are a pronoun left out
// (我们|要努力推动). Range 4-8.
constexpr std::uint32_t kLeastLost = 6;

// Whether the words begin their paragraph.
[[nodiscard]] bool begins_block(const PrintedWitness& printed, const WordsInRow& side);

// 第二十四条 经营者…: a paragraph that begins as an article of a law does; 第二十四条规定 cites one.
[[nodiscard]] bool begins_article(std::string_view paragraph);

// HARROW FALLS, Oct. 9 —, Odessa, Oct 9 (AP), (석포=통신) 김 기자 =: where and by whom a dispatch was written,
// which the text that has these words sets off from its first sentence. A text without them lost nothing of what is
// said.
[[nodiscard]] bool is_set_off_dateline(const PrintedWitness& printed, TextRange<Normal> words);

// Words behind which a clause goes on, and not what somebody is called or said to have said.
[[nodiscard]] bool is_inside_clause(const NormalText& normal, TextRange<Normal> head);

// Whether what words lack of those of the other text is the head of a clause that was torn. `edits`: from the other
// text to them.
[[nodiscard]] bool is_head_of(const Lost& head, const NormalText& other, const NormalText& normal,
                              TextRange<Normal> words, const std::vector<Edit>& edits);

// ，从下月起执行。: nobody begins a paragraph with such a mark.
[[nodiscard]] bool begins_with_mark(const PrintedWitness& printed, const WordsInRow& side);

// The same, where another text has words before it, however few.
[[nodiscard]] bool is_head_before_mark(const Lost& head, const NormalText& other, const PrintedWitness& torn,
                                       const WordsInRow& cut, const std::vector<Edit>& edits);

// A text without a title that begins with these words, where the other one has more of their sentence, and more before
// that: the head of the page is torn off. An editor who begins there has a title, or leaves a word out at most.
[[nodiscard]] bool is_head_of_text(const Lost& head, const PrintedWitness& printed, const WordsInRow& whole,
                                   const PrintedWitness& torn, const WordsInRow& cut, const std::vector<Edit>& edits);

}  // namespace yiwen
