// SPDX-License-Identifier: Apache-2.0
//
// The decisions of editors meet the findings of a run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "yiwen/report.h"
#include "yiwen/result.h"

namespace yiwen {

// The rulings that a decisions file holds. `file` is how errors name it.
// Fails (damaged): not JSON, another schema, an entry that names no finding or no ruling, two rulings on one finding.
[[nodiscard]] Result<std::vector<Decision>> parse_decisions(std::string_view bytes, const std::string& file);

// `earlier` with `later` put behind it; what both rule on, only the later rules on.
[[nodiscard]] std::vector<Decision> overruled(std::vector<Decision> earlier, std::vector<Decision> later);

// Gives every finding its `like`: equal for two findings exactly where type, kind and words are. The words of a drift
// are its readings, the base's first, the rest in any order; of everything else those that are missing, added, moved,
// cut or doubled. Compared as the texts are: script, width and punctuation make no difference.
void find_likenesses(Report& report);

// Puts the rulings on the findings of the report and lists them in it, with how many findings each ruled on. A ruling
// on one finding goes before one on all that are alike. REQUIRES: every finding has its key and likeness
void settle(Report& report, std::vector<Decision> decisions);

}  // namespace yiwen
