// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/word_list.h"

namespace yiwen {

// Provinces, cities, countries, folded: lib/classify/data/places.txt.
[[nodiscard]] const WordList& place_names();

}  // namespace yiwen
