// SPDX-License-Identifier: Apache-2.0
//
// The value that an element or the head of a page gives, without the label in front of it:
//
//   来源：某报 -> 某报      文／本報記者 張三 -> 張三      《某报》记者 林涛 -> 林涛
#pragma once

#include <string_view>

#include "yiwen/text_range.h"

namespace yiwen {

// The bytes of the value, without the white space around it.
// REQUIRES: text is valid UTF-8
[[nodiscard]] TextRange<SourceText> field_value(std::string_view text);

}  // namespace yiwen
