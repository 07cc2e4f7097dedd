// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yiwen {

// Whether two phrases are the same but for two parties of them that changed places: 甲起诉乙, 乙起诉甲. Parties of a
// list (甲和乙) and those that do a thing together (甲会同乙) may stand in either order.
[[nodiscard]] bool is_exchange(std::u32string_view left, std::u32string_view right);

// The same of words that blanks part, as they are printed: France beat Germany → Germany beat France.
[[nodiscard]] bool is_exchange_of_words(std::string_view left, std::string_view right);

// Whether one side says of so much each what the other says with a stroke: 8000元/平方米, 每平方米8000元; 100元/人/天,
// 每人每天100元.
[[nodiscard]] bool is_same_rate(std::u32string_view left, std::u32string_view right);

// Whether two phrases hold the same characters in another order: 男120人、女85人, 女85人、男120人.
[[nodiscard]] bool is_reordered(std::u32string_view left, std::u32string_view right);

}  // namespace yiwen
