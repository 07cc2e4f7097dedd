// SPDX-License-Identifier: Apache-2.0
#include "classify/torn_pieces.h"

#include <algorithm>

namespace yiwen {

namespace {

std::u32string_view without_list_mark(std::u32string_view words) {
  const auto begin = words.find_first_not_of(U"0123456789一二三四五六七八九十第");
  return begin == words.npos ? words : words.substr(begin);
}

}  // namespace

void TornPieces::find_unlinked(const OpenEnds& open_ends) {
  unlinked_.resize(witnesses_.size());
  for (std::uint32_t w = 0; w < witnesses_.size(); ++w) {
    const auto& witness = *witnesses_[w].witness;
    for (std::uint32_t s = 0; s < witness.sentences.size(); ++s) {
      const auto& sentence = witness.sentences[s];
      const bool story = sentence.kind == BlockKind::body || sentence.kind == BlockKind::heading;
      if (story && !open_ends.is_linked(w, s)) unlinked_[w].emplace(witness.normal->slice(sentence.normal), s);
    }
  }
}

std::optional<std::uint32_t> TornPieces::find(std::uint32_t w, std::u32string_view words, Piece kind) const {
  if (words.empty()) return {};
  const auto [first, last] = unlinked_[w].equal_range(words);
  const auto found = std::find_if(first, last, [&](const auto& entry) {
    const auto& sentence = witnesses_[w].witness->sentences[entry.second];
    return kind == Piece::head ? sentence.ends_block && !sentence.ends_with_stop : sentence.starts_block;
  });
  return found == last ? std::nullopt : std::optional(found->second);
}

bool TornPieces::go_on_as_list(const WordsInRow& cut, std::u32string_view lost) {
  constexpr std::uint32_t kFewestItems = 2;
  const auto& printed = witnesses_[cut.witness];
  const auto& sentences = printed.witness->sentences;
  if (!ends_on_purpose(printed, sentences[cut.last_sentence])) return false;
  auto next = cut.last_sentence + 1;
  for (; next < sentences.size() && sentences[next].starts_block; ++next) {
    const auto words = without_list_mark(printed.witness->normal->slice(sentences[next].normal));
    const auto at = words.empty() ? words.npos : lost.find(words);
    if (at == words.npos) break;
    lost.remove_prefix(at + words.size());
  }
  if (next <= cut.last_sentence + kFewestItems) return false;
  const TextRange<SourceText> items{sentences[cut.last_sentence + 1].range.begin, sentences[next - 1].range.end};
  add(cut.witness, items);
  return true;
}

}  // namespace yiwen
