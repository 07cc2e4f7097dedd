// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "classify/classify.h"
#include "classify/places.h"

namespace yiwen {

// How each witness stands to the base: relation, coverage, and what was folded between the two.
[[nodiscard]] std::vector<Standing> find_standings(std::span<const PrintedWitness> witnesses, const Clustering& clustering,
                                                   std::span<const DiffedRow> rows, std::uint32_t base);

// What a title, source, byline or date says in each witness that carries the base's text, where they differ.
[[nodiscard]] std::vector<Finding> compare_self_descriptions(std::span<const PrintedWitness> witnesses,
                                                             std::span<const Standing> standings, std::uint32_t base,
                                                             std::span<const ProtectedPair> own_pairs = {});

}  // namespace yiwen
