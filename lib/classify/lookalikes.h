// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yiwen {

// Both characters stand in one group of lib/classify/data/lookalikes.txt: 己 and 已.
[[nodiscard]] bool look_alike(char32_t left, char32_t right);

}  // namespace yiwen
