// SPDX-License-Identifier: Apache-2.0
//
// Any text: folding twice is folding once, and the map is monotone, in the text, and cuts no character.
#include "normalize/normalize.h"

#include "base/utf8.h"
#include "fuzz/law.h"

namespace {

using namespace yiwen;
using fuzz::require;

void check_map(std::string_view text, const NormalText& normal) {
  require(normal.chars.size() == normal.from.size() && normal.chars.size() == normal.gap_before.size(),
          "each character has its place and its gap");
  std::uint32_t end = 0;
  for (const auto& from : normal.from) {
    require(end <= from.begin && from.begin <= from.end && from.end <= text.size(), "the map is monotone");
    const std::string_view source = text.substr(from.begin, from.size());
    require(first_ill_formed(source) == source.size(), "the map cuts no character");
    end = from.end;
  }
  end = 0;
  for (const Damage& damage : normal.damage) {
    require(end <= damage.range.begin && damage.range.end <= text.size(), "damage is in order and in the text");
    end = damage.range.begin;
  }
  const TextRange<Normal> whole{0, static_cast<std::uint32_t>(normal.chars.size())};
  const auto source = normal.to_source(whole);
  require(source.end <= text.size() && normal.to_normal(source) == whole, "the map is anchored at both ends");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = fuzz::as_text(fuzz::as_bytes(data, size));
  for (const Layer layer : {Layer::repair, Layer::punctuation, Layer::script, Layer::region}) {
    const NormalText normal = normalize(text, layer);
    check_map(text, normal);
    if (layer == Layer::repair) continue;  // what a repair uncovers may need one; the folds above it may not
    const std::string once = to_utf8(normal.chars);
    require(normalize(once, layer).chars == normal.chars, "folding twice is folding once");
  }
  const std::string_view half = std::string_view(text).substr(0, text.size() / 2);
  const std::string left(half.substr(0, first_ill_formed(half)));
  require(first_equal_layer(left, left) == Layer::raw, "a text is equal to itself");
  return 0;
}
