// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "segment/units.h"
#include "yiwen/document.h"

namespace yiwen {

// The space of units within one sentence.
struct SentenceUnits {};
using UnitRange = TextRange<SentenceUnits>;

// One text as the rooms that match see it. Keeps a pointer: the normal text must outlive it.
struct Witness {
  const NormalText* normal = nullptr;
  std::vector<Sentence> sentences;
  std::vector<Units> units;  // of each sentence
};

[[nodiscard]] Witness make_witness(const NormalText& normal, std::vector<Sentence> sentences);

// A part of one sentence of one witness.
struct Passage {
  std::uint32_t witness = 0;
  std::uint32_t sentence = 0;
  UnitRange units;

  friend auto operator<=>(const Passage&, const Passage&) = default;
};

}  // namespace yiwen
