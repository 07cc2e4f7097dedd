// SPDX-License-Identifier: Apache-2.0
//
// Whether one side of a change denies what the other says. For judge.cc.
#pragma once

#include <optional>

#include "classify/change.h"

namespace yiwen {

// Chinese: 不, 没有, 未, with what stands beside them.
[[nodiscard]] std::optional<Verdict> judge_chinese_negation(const Change& change);

// The languages of lib/classify/data/negations.tsv.
[[nodiscard]] std::optional<Verdict> judge_foreign_negation(const Change& change);

}  // namespace yiwen
