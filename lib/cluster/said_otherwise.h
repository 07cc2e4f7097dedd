// SPDX-License-Identifier: Apache-2.0
//
// The one sentence that two texts each have between the same two sentences, and share hardly a phrase of, may be the
// same said in other words. Elsewhere so little says nothing.
#pragma once

#include <cstdint>
#include <map>

#include "cluster/reference.h"

namespace yiwen {

class SaidOtherwise {
 public:
  // REQUIRES: the reference outlives it
  explicit SaidOtherwise(const Reference& reference) : reference_(reference) {}

  // Whether a sentence of the reference and one that stands in its place say the same.
  [[nodiscard]] bool say_the_same(const WeighedSentence& left, const WeighedSentence& right);

 private:
  [[nodiscard]] float share_of_units(const WeighedSentence& left, const WeighedSentence& right);

  const Reference& reference_;
  std::map<std::uint32_t, std::uint32_t> sentences_with_unit_;  // of the reference; made when it is asked for
};

}  // namespace yiwen
