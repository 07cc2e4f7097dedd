// SPDX-License-Identifier: Apache-2.0
//
// Copyright lines, registration numbers, contact lines, disclaimers.
#pragma once

#include <cstdint>

#include "extract/paragraph.h"

namespace yiwen {

enum class FooterEvidence : std::uint8_t {
  none,
  after_opener,  // speaks of rights as any text may: believed below the heading of a disclaimer
  at_foot,       // believed below the last paragraph of the story
  anywhere,      // believed wherever it stands
};

[[nodiscard]] FooterEvidence footer_evidence(const Paragraph& paragraph);

// A line that gives a telephone number behind a colon.
[[nodiscard]] bool is_contact_line(const Paragraph& paragraph);
// A line that speaks to the reader, and quotes nobody.
[[nodiscard]] bool addresses_reader(const Paragraph& paragraph);

// The heading of a disclaimer, with or without its first sentence.
[[nodiscard]] bool opens_disclaimer(const Paragraph& paragraph);
// "1." or "(二)" at its begin.
[[nodiscard]] bool is_numbered(const Paragraph& paragraph);

}  // namespace yiwen
