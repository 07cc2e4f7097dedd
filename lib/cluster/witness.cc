// SPDX-License-Identifier: Apache-2.0
#include "cluster/witness.h"

#include <utility>

namespace yiwen {

Witness make_witness(const NormalText& normal, std::vector<Sentence> sentences) {
  Witness witness{&normal, std::move(sentences), {}};
  witness.units.reserve(witness.sentences.size());
  for (const auto& sentence : witness.sentences) witness.units.push_back(cut_into_units(normal, sentence.normal));
  return witness;
}

}  // namespace yiwen
