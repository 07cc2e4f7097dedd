// SPDX-License-Identifier: Apache-2.0
//
// Any text: its sentences lie in order, cut no character, and say where they lie in the normal text; every word of a
// block that is not noise is in one of them. Their units, in order, are the sentence.
#include "segment/segment.h"

#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"
#include "extract/extract.h"
#include "fuzz/law.h"
#include "normalize/normalize.h"
#include "segment/units.h"

using namespace yiwen;
using fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = fuzz::as_text(fuzz::as_bytes(data, size));
  const Article article = extract(text);
  const NormalText normal = normalize(text);
  std::vector<bool> covered(text.size(), false);
  std::uint32_t end = 0;
  for (const Sentence& sentence : segment(text, article, normal)) {
    require(end <= sentence.range.begin && !sentence.range.empty(), "sentences are in order and never empty");
    require(sentence.range.end <= text.size(), "sentences are in the text");
    end = sentence.range.end;
    for (std::uint32_t i = sentence.range.begin; i < end; ++i) covered[i] = true;
    const std::string_view words = std::string_view(text).substr(sentence.range.begin, sentence.range.size());
    require(first_ill_formed(words) == words.size(), "a sentence cuts no character");
    require(sentence.normal == normal.to_normal(sentence.range), "a sentence knows its normal text");
    require(!sentence.cut || sentence.range.contains(*sentence.cut), "a cut is inside its sentence");
    require(sentence.block < article.blocks.size(), "a sentence begins in a block");

    std::uint32_t unit_end = sentence.normal.begin;
    const Units units = cut_into_units(normal, sentence.normal);
    for (const auto& unit : units.ranges) {
      require(unit.begin == unit_end && unit.begin < unit.end, "units are the sentence");
      unit_end = unit.end;
    }
    require(unit_end == sentence.normal.end && units.ids.size() == units.ranges.size(), "units are the whole sentence");
  }
  for (const Block& block : article.blocks) {
    for (std::uint32_t at = block.range.begin; at < block.range.end;) {
      const std::uint32_t begin = at;
      if (is_word(next_code_point(text, at))) {
        require(covered[begin] == !is_noise(block.kind), "every word of the story is in a sentence, and no other");
      }
    }
  }
  return 0;
}
