// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "yiwen/report.h"

namespace yiwen {

struct ProtectedPair {
  std::u32string first, second;  // folded
  std::string kind;              // of the finding: policy-term | term
  Severity severity = Severity::major;
  std::string reason;
  bool only_whole = false;  // counts only where it is all that changed: of one character, or of an alphabet
};

// The pairs of lib/classify/data/protected_pairs.tsv, longest words first.
[[nodiscard]] std::span<const ProtectedPair> protected_pairs();

}  // namespace yiwen
