// SPDX-License-Identifier: Apache-2.0
#include "dedup/kept_clusters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "dedup/article_links.h"
#include "dedup/article_match.h"
#include "dedup/sentence_standing.h"

namespace yiwen {
namespace {

// A member as a record without padding.
struct KeptMember {
  std::uint32_t article = 0;
  std::uint32_t relation = 0;
  std::uint64_t coverage = 0;  // the bits of the double
};

}  // namespace

std::string clusters_parameters() {
  return fmt::format(
      "clusters 1: similarity {} and {} between, contained {} from {} shingles, shares {} {} {} from {} characters, "
      "proposed from {} rare characters, {} {}, sentences from {}, common above {}\n",
      kSentenceJaccard, kJaccardBetween, kSentenceContainment, kLeastContained, kLinkShare, kCommonLinkShare,
      kMutualCover, kLeastShared, kLeastRare, kLeastRarePart, kLeastPart, kLeastSentence, kCommonArticles);
}

std::optional<Error> keep_clusters(const KeptClusters& clusters, WorkFolder& folder, const std::string& parameters) {
  std::vector<std::uint32_t> anchors;
  std::vector<std::uint32_t> sizes;
  std::vector<KeptMember> members;
  for (const ArticleCluster& cluster : clusters.found.clusters) {
    anchors.push_back(cluster.anchor);
    sizes.push_back(static_cast<std::uint32_t>(cluster.members.size()));
    for (const ArticleMember& member : cluster.members) {
      members.push_back(
          {member.article, static_cast<std::uint32_t>(member.relation), std::bit_cast<std::uint64_t>(member.coverage)});
    }
  }
  const std::array<std::uint64_t, 2> counts{clusters.links, clusters.found.comparisons};
  const std::array sections{
      as_section(std::span<const std::uint32_t>(anchors)), as_section(std::span<const std::uint32_t>(sizes)),
      as_section(std::span<const KeptMember>(members)), as_section(std::span<const std::uint64_t>(counts))};
  return folder.keep("clusters", parameters, sections);
}

std::optional<KeptClusters> find_kept_clusters(WorkFolder& folder, const std::string& parameters,
                                               std::uint32_t articles) {
  const auto file = folder.find("clusters", parameters);
  if (!file || file->sections().size() != 4) return std::nullopt;
  const auto anchors = records_of<std::uint32_t>(file->sections()[0]);
  const auto sizes = records_of<std::uint32_t>(file->sections()[1]);
  const auto members = records_of<KeptMember>(file->sections()[2]);
  const auto counts = records_of<std::uint64_t>(file->sections()[3]);
  const auto is_article = [&](std::uint32_t article) { return article < articles; };
  const auto is_member = [&](const KeptMember& member) {
    return is_article(member.article) && member.relation <= static_cast<unsigned>(ArticleRelation::boilerplate_only);
  };
  if (sizes.size() != anchors.size() || counts.size() != 2 ||
      std::reduce(sizes.begin(), sizes.end(), std::size_t{0}) != members.size() ||
      !std::ranges::all_of(anchors, is_article) || !std::ranges::all_of(members, is_member)) {
    return std::nullopt;
  }
  KeptClusters kept{{{}, counts[1]}, counts[0]};
  std::size_t at = 0;
  for (std::size_t c = 0; c < anchors.size(); ++c) {
    ArticleCluster cluster{anchors[c], {}};
    for (const KeptMember& member : members.subspan(at, sizes[c])) {
      cluster.members.push_back(
          {member.article, static_cast<ArticleRelation>(member.relation), std::bit_cast<double>(member.coverage)});
    }
    at += sizes[c];
    kept.found.clusters.push_back(std::move(cluster));
  }
  return kept;
}

}  // namespace yiwen
