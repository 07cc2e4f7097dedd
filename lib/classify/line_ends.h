// SPDX-License-Identifier: Apache-2.0
//
// How a text ends its lines. In verse, and where a page gives each clause a line of its own, a sentence goes on behind
// a break as its author, or the page, means it to: such a break tells of no damage.
#pragma once

#include "classify/classify.h"

namespace yiwen {

struct LineEnds {
  bool verse = false;    // short lines throughout, and most of them end no sentence
  bool clauses = false;  // line after line ends with a comma

  friend bool operator==(const LineEnds&, const LineEnds&) = default;
};

[[nodiscard]] LineEnds line_ends_of(const PrintedWitness& printed);

// ，、；: a mark between clauses.
[[nodiscard]] bool parts_clauses(char32_t mark);

}  // namespace yiwen
