// SPDX-License-Identifier: Apache-2.0
//
// A page that prints a translation between its lines is one text in two writings. Who prints one of the two leaves
// nothing out, and the other one is no measure of how much two texts agree.
#pragma once

#include <cstdint>
#include <set>

#include "cluster/witness.h"

namespace yiwen {

enum class Writing : std::uint8_t {
  either,  // too short to tell: NBA, 3:2
  han,     // holds Han characters, whatever else
  other,
};

[[nodiscard]] Writing writing_of(const Witness& witness, std::uint32_t sentence);

// Those of its running text.
using Writings = std::set<Writing>;
[[nodiscard]] Writings writings_of(const Witness& witness);

}  // namespace yiwen
