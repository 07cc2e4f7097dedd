// SPDX-License-Identifier: Apache-2.0
//
// A text read as a report reads it, with all that a PrintedWitness points to.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "classify/classify.h"
#include "cluster/witness.h"
#include "extract/extract.h"
#include "normalize/normalize.h"
#include "segment/segment.h"

namespace yiwen {

struct PrintedText {
  explicit PrintedText(std::string given)
      : text(std::move(given)),
        article(extract(text)),
        normal(normalize(text)),
        witness(make_witness(normal, segment(text, article, normal))) {}
  PrintedText(const PrintedText&) = delete;
  PrintedText& operator=(const PrintedText&) = delete;

  [[nodiscard]] PrintedWitness printed() const { return {text, &article, &witness, CodePointIndex(text)}; }
  // Of the normal text, in code points.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(normal.chars.size()); }

  std::string text;
  Article article;
  NormalText normal;
  Witness witness;
};

}  // namespace yiwen
