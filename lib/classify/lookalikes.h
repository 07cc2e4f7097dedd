// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yiwen {

// Both characters stand in one group of lib/classify/data/lookalikes.txt: 己 and 已.
[[nodiscard]] bool look_alike(char32_t left, char32_t right);

// Both stand in one group of lib/classify/data/interchangeable.txt: 作出 and 做出, 迭代 and a converter's 叠代.
[[nodiscard]] bool are_interchangeable(char32_t left, char32_t right);

}  // namespace yiwen
