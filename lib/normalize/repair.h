// SPDX-License-Identifier: Apache-2.0
//
// What scraping and transcoding did to a text, recognised and set aside.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "yiwen/document.h"

namespace yiwen {

// Every damaged spot of the text, in order, not overlapping. Where garbled_at knows what stood there, `undone` is set:
// the normal text has it. REQUIRES: text is valid UTF-8
[[nodiscard]] std::vector<Damage> find_damage(std::string_view text);

// The end of the pinyin annotation "(yè)" or "（yè）" that begins at byte `at`, directly behind the Han character
// `annotated`, with the pictures before and in it (☂(jiu)); nothing where there is none. The syllable must be spelled
// as pinyin and bear a tone mark or be a reading of the character, so that "人工智能(AI)" and "方案(a)" stay.
[[nodiscard]] std::optional<std::uint32_t> pinyin_annotation_end(std::string_view text, std::uint32_t at,
                                                                 char32_t annotated);

}  // namespace yiwen
