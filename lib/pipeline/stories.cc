// SPDX-License-Identifier: Apache-2.0
#include "pipeline/stories.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "base/parallel.h"
#include "dedup/find_reprints.h"

namespace yiwen {

namespace {

constexpr std::uint32_t kAlone = std::numeric_limits<std::uint32_t>::max();

// A cluster holds what its anchor, the longest text, carries. What is an excerpt of another of its texts, such as a
// brief that two papers cut from one page, belongs to the story all the same. A digest of many stories belongs to none.
void add_excerpts(const ArticleCorpus& corpus, const Reprints& reprints,
                  std::vector<std::vector<std::uint32_t>>& stories) {
  std::vector<std::uint32_t> story_of(corpus.size(), kAlone);
  for (std::uint32_t s = 0; s < stories.size(); ++s) {
    for (const std::uint32_t article : stories[s]) story_of[article] = s;
  }
  std::map<std::uint32_t, std::pair<double, std::uint32_t>>
      best;  // of the excerpt: how much of it a story has, and which
  for (const ArticleLink& link : reprints.proposed) {
    if ((story_of[link.left] == kAlone) == (story_of[link.right] == kAlone)) continue;
    const auto [alone, other] =
        story_of[link.left] == kAlone ? std::pair(link.left, link.right) : std::pair(link.right, link.left);
    const ArticleMatch match = AnchorArticle(corpus, *reprints.standing, other).compare(alone);
    if (!match.linked || match.cover_other < kLinkShare) continue;
    auto& found = best[alone];
    if (match.cover_other > found.first) found = {match.cover_other, story_of[other]};
  }
  for (const auto& [excerpt, found] : best) stories[found.second].push_back(excerpt);
}

}  // namespace

std::vector<std::vector<std::uint32_t>> find_stories(std::span<const std::string_view> texts, unsigned threads) {
  constexpr std::size_t kPart = 64;  // texts folded by one thread at a time
  std::vector<CorpusPart> parts((texts.size() + kPart - 1) / kPart);
  parallel_for(parts.size(), threads, [&](std::size_t p) {
    FoldedArticle storage;
    for (std::size_t i = p * kPart; i < std::min(texts.size(), (p + 1) * kPart); ++i) parts[p].add(texts[i], storage);
  });
  std::vector<PlaceInParts> order(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    order[i] = {static_cast<std::uint32_t>(i / kPart), static_cast<std::uint32_t>(i % kPart)};
  }
  ArticleCorpus corpus(std::move(parts), order);
  std::vector<std::vector<std::uint32_t>> stories;
  StageClock clock;
  const Result<Reprints> reprints =
      find_reprints(corpus, {.threads = threads, .keep_proposed = true}, clock);  // fails for folders only
  for (const ArticleCluster& cluster : reprints.value().clusters) {
    auto& story = stories.emplace_back(1, cluster.anchor);
    for (const ArticleMember& member : cluster.members) story.push_back(member.article);
  }
  add_excerpts(corpus, reprints.value(), stories);
  for (auto& story : stories) std::ranges::sort(story);
  std::ranges::sort(stories);
  return stories;
}

}  // namespace yiwen
