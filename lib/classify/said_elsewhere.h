// SPDX-License-Identifier: Apache-2.0
//
// A sentence that one text has as a whole and another one spread over the sentence beside it:
// 下列三类船只可以下湖：一、… and …等三类船只可以下湖. Nothing was left out, and nothing put in.
#pragma once

#include <span>
#include <vector>

#include "classify/classify.h"

namespace yiwen {

// A passage that was left out or added, and the words that were put in or left out beside it, are one move where they
// say the same.
void gather_what_stands_beside(std::span<const PrintedWitness> witnesses, std::vector<Finding>& findings);

}  // namespace yiwen
