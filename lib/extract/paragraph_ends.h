// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "extract/paragraph.h"

namespace yiwen {

// What stands at the begin or end of a paragraph and is none of it becomes a paragraph of its own: (上接第一版),
// (下转第三版), and behind the last full stop (记者 张三), (责任编辑:李四), (完), 本报记者 张三.
[[nodiscard]] std::vector<Paragraph> part_ends(std::string_view text, std::vector<Paragraph> paragraphs);

}  // namespace yiwen
