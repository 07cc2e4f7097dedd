// SPDX-License-Identifier: Apache-2.0
//
// What the story itself says of who wrote it, before its first sentence and behind its last.
#pragma once

#include "extract/metadata.h"

namespace yiwen {

// The agency line at the head of the first paragraph: 新华社北京3月5日电（记者张三）. Only outlet and byline are read,
// and the paragraph stays what it is.
[[nodiscard]] MetadataReading read_dateline(const Paragraph& paragraph);

// Author and editor in brackets behind the last sentence: ……。(文/张三 编辑/李四)1150122
[[nodiscard]] MetadataReading read_credits_behind(const Paragraph& paragraph);

}  // namespace yiwen
