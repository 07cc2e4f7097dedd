// SPDX-License-Identifier: Apache-2.0
//
// The entries of a live blog, each of which opens with the time of day at which it was written.
#pragma once

#include <span>
#include <vector>

#include "classify/classify.h"

namespace yiwen {

// A digest that runs the entries together leaves out the times before them: one finding, with the places of the others,
// for all texts that did. Who has most of the times and lost a few made mistakes, and each is told.
void gather_entry_times(std::span<const PrintedWitness> witnesses, std::vector<Finding>& findings);

// A live blog may be printed from its end, and so may any list: then nothing moved but the order was turned. Of each
// text the moves that lead from the end to the begin are one finding.
void gather_turned_order(std::vector<Finding>& moves);

}  // namespace yiwen
