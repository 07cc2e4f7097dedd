// SPDX-License-Identifier: Apache-2.0
//
// Pages that browsers save in one file, with their pictures (.mht, .mhtml): a MIME message (RFC 2557).
#pragma once

#include <string>
#include <string_view>

#include "yiwen/result.h"

namespace yiwen {

struct SavedPage {
  std::string html;  // bytes in the encoding of the page
  std::string url;   // where it was saved from; empty where the file does not say
};

// The first page in the message: those behind it are the frames of it. Fails (damaged) where there is none. The error
// names no file.
[[nodiscard]] Result<SavedPage> page_in_mhtml(std::string_view bytes);

}  // namespace yiwen
