// SPDX-License-Identifier: Apache-2.0
//
// Where a text says it comes from: whose page it is, whom it names as its source, and of which day it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/document.h"

namespace yiwen {

struct Provenance {
  std::u32string outlet;  // whose page it is, folded, as a manifest or its head says; empty where they do not
  std::vector<std::u32string> sources;  // outlets behind 来源 or 转自, folded, its own left out
  bool copied = false;                  // says so: 转自 or 转载自, not 来源, which an original may state too
  std::optional<std::uint32_t> day;     // year * 10000 + month * 100 + day

  // Names that outlet as its source, in full or with what stands behind a name: 人民日报, 人民日报客户端.
  [[nodiscard]] bool names(const std::u32string& other_outlet) const;
};

// REQUIRES: `article` is of `text`
[[nodiscard]] Provenance provenance_of(const Metadata& stated, std::string_view text, const Article& article);

}  // namespace yiwen
