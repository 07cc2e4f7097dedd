// SPDX-License-Identifier: Apache-2.0
//
// What the load room is to do, in a run with these options.
#pragma once

#include "load/load.h"
#include "yiwen/yiwen.h"

namespace yiwen {

[[nodiscard]] LoadOptions load_options(const Options& options);

}  // namespace yiwen
