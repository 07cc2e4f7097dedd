// SPDX-License-Identifier: Apache-2.0
//
// What a former run has written into a folder of texts is no text.
#pragma once

#include <string_view>

namespace yiwen {

// True for a page or a table that this program wrote, told by how they begin: a folder is compared again and again, and
// a report in it (yiwen report in -o in/out) must not become a witness of itself.
[[nodiscard]] bool is_own_report(std::string_view bytes);

}  // namespace yiwen
