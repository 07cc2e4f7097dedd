// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "report/lookup.h"
#include "report/writers.h"

namespace yiwen {

// The one sentence that a report opens with: how many of the gravest findings there are. Texts that share nothing with
// the base are named in it, because what was not compared does not differ either. REQUIRES: language is not automatic
[[nodiscard]] std::string verdict(const ReportLookup& lookup, Language language);

}  // namespace yiwen
