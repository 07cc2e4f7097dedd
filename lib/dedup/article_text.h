// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "yiwen/document.h"
#include "yiwen/result.h"

namespace yiwen {

// What one document of any kind tells. Errors name its source.
[[nodiscard]] Result<std::string> article_text(Document document, const std::string& encoding);

}  // namespace yiwen
