// SPDX-License-Identifier: Apache-2.0
//
// Text -> normal text: the folded form that is compared and never shown, with a map back to the text.
// Laws: idempotent (normalizing what came out changes nothing); the map is monotone and anchored at both ends.
#pragma once

#include <string_view>

#include "yiwen/document.h"
#include "yiwen/report.h"

namespace yiwen {

// Folds every layer up to and including `upto`. REQUIRES: text is valid UTF-8
[[nodiscard]] NormalText normalize(std::string_view text, Layer upto = Layer::region);

// The first layer at which two readings become equal; Layer::wording where none makes them so.
// REQUIRES: both are valid UTF-8
[[nodiscard]] Layer first_equal_layer(std::string_view left, std::string_view right);

}  // namespace yiwen
