// SPDX-License-Identifier: Apache-2.0
//
// What was done to a text from its begin to its end is told once.
#pragma once

#include <span>
#include <vector>

#include "classify/classify.h"

namespace yiwen {

// A text that has one word wherever the others have another (得 for every 的, 渔汛 for every 鱼汛): one finding of kind
// "systematic", with the other places. Graver changes stay apart, and so does a word that the text has elsewhere too:
// its writer chose.
void gather_systematic(std::span<const PrintedWitness> witnesses, std::vector<Finding>& findings);

// Pages that spoil their copies put two characters that say nothing before mark after mark (码头边上尝丐。). The first
// such place is the damage of the text, with the others.
void gather_spoilt_marks(std::span<const PrintedWitness> witnesses, std::vector<Finding>& findings);

// Of an edition with notes, which explain word after word in brackets behind it (谪（降职）守), the notes are one
// finding. They say nothing of what the text says: （没有） denies nothing.
void gather_glosses(std::span<const PrintedWitness> witnesses, std::vector<Finding>& findings);

}  // namespace yiwen
