// SPDX-License-Identifier: Apache-2.0
//
// What the rooms that read are to do, in a run with these options.
#pragma once

#include "extract/read_document.h"
#include "load/load.h"
#include "yiwen/yiwen.h"

namespace yiwen {

[[nodiscard]] LoadOptions load_options(const Options& options);
[[nodiscard]] ReadDocumentOptions read_document_options(const Options& options);

}  // namespace yiwen
