// SPDX-License-Identifier: Apache-2.0
//
// Captions of pictures and the credit lines under them.
#pragma once

#include "extract/paragraph.h"

namespace yiwen {

// The credit alone: 新华社记者 张三摄, 图片来源:某某, Photo: Reuters.
[[nodiscard]] bool is_credit(const Paragraph& paragraph);
// A caption by itself: opens as captions do (图为...), or ends with a credit.
[[nodiscard]] bool is_caption(const Paragraph& paragraph);
// Whether it is short enough to be a caption, given that a credit stands right under it.
[[nodiscard]] bool may_be_caption(const Paragraph& paragraph);

}  // namespace yiwen
