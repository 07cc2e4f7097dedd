// SPDX-License-Identifier: Apache-2.0
//
// How much a sequence of code points looks like something that people wrote.
#pragma once

#include <cstdint>

#include "decode/icu_decode.h"

namespace yiwen {

// What the candidate encoding may write besides East Asian text.
enum class Letters : std::uint8_t {
  east_asian,  // a letter of an alphabet outside ASCII is rare in it
  alphabet,    // it is made for such letters: windows-1252, or a single-byte encoding that the file declares
};

// Adds up the evidence; see the table in the .cc file.
class Plausibility final : public CodePointSink {
 public:
  explicit Plausibility(Letters letters) : letters_(letters) {}

  void code_point(char32_t c, std::uint32_t at) override;
  void ill_formed(TextRange<SourceBytes> bytes) override;

  [[nodiscard]] double score() const { return score_; }
  [[nodiscard]] std::uint32_t telling() const { return telling_; }  // code points outside ASCII, and faults

 private:
  [[nodiscard]] double weight(char32_t c) const;

  Letters letters_;
  double score_ = 0.0;
  std::uint32_t telling_ = 0;
  char32_t previous_ = U' ';
};

}  // namespace yiwen
