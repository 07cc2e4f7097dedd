// SPDX-License-Identifier: Apache-2.0
#include "pipeline/stories.h"

#include <algorithm>
#include <utility>

#include "base/parallel.h"
#include "dedup/find_reprints.h"

namespace yiwen {

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
  const Result<Reprints> reprints = find_reprints(corpus, {.threads = threads}, clock);  // fails for folders only
  for (const ArticleCluster& cluster : reprints.value().clusters) {
    auto& story = stories.emplace_back(1, cluster.anchor);
    for (const ArticleMember& member : cluster.members) story.push_back(member.article);
    std::ranges::sort(story);
  }
  std::ranges::sort(stories);
  return stories;
}

}  // namespace yiwen
