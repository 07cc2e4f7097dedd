// SPDX-License-Identifier: Apache-2.0
//
// The reasons that rules give, and what is said of limits that were met, are one English line each, the same in every
// form of the report. A page or summary in Chinese says them in Chinese where it knows the rule.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/writers.h"

namespace yiwen {

// The reason in the language; the reason itself for English, nothing for a reason that the table does not know.
// REQUIRES: language is not automatic
[[nodiscard]] std::optional<std::string> translated_reason(std::string_view why, Language language);

}  // namespace yiwen
