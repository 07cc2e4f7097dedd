// SPDX-License-Identifier: Apache-2.0
//
// How much a sequence of code points looks like something that people wrote.
#pragma once

#include <cstdint>

#include "decode/icu_decode.h"

namespace yiwen {

// What an encoding writes besides East Asian text.
enum class Repertoire : std::uint8_t {
  east_asian,  // a letter of another alphabet is rare in it
  alphabet,    // made for such letters: windows-1252, or a single-byte encoding that the file declares
  unicode,     // UTF-16, UTF-32: all of them, and an ASCII letter has NULs beside it, which is evidence
};

// Adds up the evidence; see the table in the .cc file.
class Plausibility final : public CodePointSink {
 public:
  explicit Plausibility(Repertoire repertoire) : repertoire_(repertoire) {}

  void code_point(char32_t c, std::uint32_t at) override;
  void ill_formed(TextRange<SourceBytes> bytes) override;

  [[nodiscard]] double score() const { return score_; }
  [[nodiscard]] std::uint32_t telling() const { return telling_; }  // code points that were counted, faults among them

 private:
  [[nodiscard]] double weight(char32_t c) const;
  [[nodiscard]] double weight_of_plain(char32_t c) const;

  Repertoire repertoire_;
  double score_ = 0.0;
  std::uint32_t telling_ = 0;
  char32_t previous_ = U'\n';
  char32_t before_previous_ = U'\n';
};

}  // namespace yiwen
