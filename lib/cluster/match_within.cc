// SPDX-License-Identifier: Apache-2.0
#include "cluster/match_within.h"

#include <algorithm>
#include <optional>

namespace yiwen {

namespace {

// A second copy that lost its head or tail is still covered as a whole, and longer than any set phrase (weights of
// passage.h).
constexpr float kCutCopyCoverage = 0.90F;
constexpr float kCutCopyScore = 60.0F;
// Share of a sentence's weight that an earlier sentence of which it is a copy must have, in whatever order: less than
// is_copy asks for, by what sums of floats differ.
constexpr float kLeastOfCopy = 0.99F * kRepeatCoverage;
// Running text that is the same, unit for unit, and weighs less is an answer that may be given twice: 答：有。Range 8
// to 20.
constexpr float kEqualCopyScore = 12.0F;
constexpr std::uint32_t kHeadingReach = 12;  // a heading condenses what stands below it: so far, or to the next heading

// The sentence behind the last one that a heading may condense.
std::uint32_t end_of_section(std::span<const Sentence> sentences, std::uint32_t heading) {
  std::uint32_t next = heading + 1;
  while (next < sentences.size() && (sentences[heading].kind == BlockKind::title || !is_heading(sentences[next])))
    ++next;
  return std::max(heading + kHeadingReach + 1, next + 1);
}

bool is_copy(const Link& link, const Sentence& sentence) {
  const bool whole = link.cover_left >= kRepeatCoverage && link.cover_right >= kRepeatCoverage;
  const bool equal = link.equal && (is_heading(sentence) || link.score >= kEqualCopyScore);
  return (whole && (link.score >= kRepeatScore || equal)) ||
         (link.cover_right >= kCutCopyCoverage && link.score >= kCutCopyScore);
}

// A title may stand again over the text, without what a page put before it.
bool is_title_again(const Link& link) {
  return link.equal || (link.cover_left >= kRepeatCoverage && link.score >= kRepeatScore);
}

}  // namespace

std::vector<SentenceLink> match_within(const Reference& reference, const Claims& claims) {
  std::vector<SentenceLink> links;
  const std::span<const Sentence> sentences = reference.witness().sentences;
  for (std::uint32_t right = 0; right < reference.size(); ++right) {
    if (!claims.of(right).empty() && claims.left_of(right).empty()) continue;
    std::optional<SentenceLink> best;
    const std::uint32_t section_end = is_heading(sentences[right]) ? end_of_section(sentences, right) : right;
    const auto sentence = reference.sentence(right);
    const float least = is_heading(sentences[right]) ? 0 : kLeastOfCopy * sentence.total;
    for (const auto& candidate : reference.candidates(sentence, least)) {
      const bool below = candidate.sentence > right;
      if (candidate.sentence == right || (below && candidate.sentence >= section_end)) continue;
      // Of two headings one above the other the upper one is linked to the lower; never both to each other.
      const bool headings = is_heading(sentences[right]) && is_heading(sentences[candidate.sentence]);
      if (headings && !below && right < end_of_section(sentences, candidate.sentence)) continue;
      const auto link = link_passages(reference.sentence(candidate.sentence), sentence);
      if (!link || is_claimed(claims.of(right), link->right)) continue;
      const bool same = !below                                      ? is_copy(*link, sentences[right])
                        : is_heading(sentences[candidate.sentence]) ? is_title_again(*link)
                                                                    : is_echo(*link, true);
      if (same && (!best || link->score > best->link.score))
        best = SentenceLink{candidate.sentence, right, *link, 0, Ground::echo};
    }
    if (best) links.push_back(*best);
  }
  return links;
}

}  // namespace yiwen
