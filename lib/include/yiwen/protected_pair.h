// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "yiwen/report.h"

namespace yiwen {

// Two words that must not be taken for one another, although they look or sound alike: 法治 and 法制.
struct ProtectedPair {
  std::u32string first, second;  // folded
  std::string kind;              // of the finding: policy-term | term
  Severity severity = Severity::major;
  std::string reason;
  bool only_whole = false;  // counts only where it is all that changed: of one character, or of an alphabet
};

}  // namespace yiwen
