// SPDX-License-Identifier: Apache-2.0
//
// Passages that one witness carries twice: headings that condense a sentence below them, sentences printed again.
#pragma once

#include <vector>

#include "cluster/claims.h"
#include "cluster/reference.h"
#include "cluster/sentence_link.h"

namespace yiwen {

// A heading is linked to the sentence below it, a copy to the first one; only what is not claimed yet.
[[nodiscard]] std::vector<SentenceLink> match_within(const Reference& reference, const Claims& claims);

}  // namespace yiwen
