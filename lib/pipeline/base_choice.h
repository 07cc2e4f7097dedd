// SPDX-License-Identifier: Apache-2.0
//
// Which text is the base, where nobody has named one: docs/decisions/base-text.md says by what and why.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/affinity.h"
#include "cluster/witness.h"
#include "pipeline/provenance.h"
#include "yiwen/report.h"

namespace yiwen {

struct BaseChoice {
  std::vector<std::uint32_t> order;  // the witnesses, the base first, then the fitter before the less fit
  std::string reason;                // Report::base_reason
};

// What speaks for and against each text. REQUIRES: one provenance and one affinity a witness
[[nodiscard]] std::vector<Fitness> judge_fitness(std::span<const Witness> witnesses, const Affinity& affinity,
                                                 std::span<const Provenance> provenances);

// Of equals the first: give the texts in an order that does not depend on that of the inputs.
// REQUIRES: one provenance a fitness
[[nodiscard]] BaseChoice choose_base(std::span<const Fitness> fitness, std::span<const Provenance> provenances);

// The figures of the base beside those of the text that comes next, in one line: Report::base_why.
[[nodiscard]] std::string figures_of(const Fitness& base, const Fitness& next, std::string_view next_siglum);

}  // namespace yiwen
