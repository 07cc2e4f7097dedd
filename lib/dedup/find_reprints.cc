// SPDX-License-Identifier: Apache-2.0
#include "dedup/find_reprints.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "dedup/kept_clusters.h"

namespace yiwen {
namespace {

// Articles whose folded text is the same, in one class; the first of each speaks for them.
struct Copies {
  std::vector<std::uint32_t> first;                              // articles that speak, ascending
  std::vector<std::pair<std::uint32_t, std::uint32_t>> copy_of;  // (first, copy), sorted
};

Copies find_copies(const ArticleCorpus& corpus) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> by_hash;
  Copies copies;
  for (std::uint32_t article = 0; article < corpus.size(); ++article) {
    if (corpus.sentence_count(article) > 0) by_hash.emplace_back(corpus.hash(article), article);
  }
  std::ranges::sort(by_hash);
  for (std::size_t i = 0; i < by_hash.size();) {
    const auto [hash, first] = by_hash[i];
    copies.first.push_back(first);
    for (++i; i < by_hash.size() && by_hash[i].first == hash; ++i)
      copies.copy_of.emplace_back(first, by_hash[i].second);
  }
  std::ranges::sort(copies.first);
  std::ranges::sort(copies.copy_of);
  return copies;
}

// Puts the copies beside those that spoke for them.
void add_copies(const Copies& copies, std::vector<ArticleCluster>& clusters) {
  const auto copies_of = [&](std::uint32_t article) {
    const auto begin = std::ranges::lower_bound(copies.copy_of, std::pair(article, 0U));
    const auto end = std::ranges::lower_bound(begin, copies.copy_of.end(), std::pair(article + 1, 0U));
    return std::span(begin, end);
  };
  std::vector<std::uint32_t> placed;  // articles that are in a cluster and have copies
  for (ArticleCluster& cluster : clusters) {
    const std::vector<ArticleMember> members = cluster.members;
    for (const ArticleMember& member : members) {
      const auto same = copies_of(member.article);
      for (const auto& [first, copy] : same) cluster.members.push_back({copy, member.relation, member.coverage});
      if (!same.empty()) placed.push_back(member.article);
    }
    const auto same = copies_of(cluster.anchor);
    for (const auto& [first, copy] : same) cluster.members.push_back({copy, ArticleRelation::identical, 1});
    if (!same.empty()) placed.push_back(cluster.anchor);
    std::ranges::sort(cluster.members, {}, &ArticleMember::article);
  }
  std::ranges::sort(placed);
  for (auto at = copies.copy_of.begin(); at != copies.copy_of.end();) {
    const std::uint32_t first = at->first;
    ArticleCluster alone{first, {}};
    for (; at != copies.copy_of.end() && at->first == first; ++at) {
      alone.members.push_back({at->second, ArticleRelation::identical, 1});
    }
    if (!std::ranges::binary_search(placed, first)) clusters.push_back(std::move(alone));
  }
  std::ranges::sort(clusters, {}, &ArticleCluster::anchor);
}

// A common sentence is boilerplate where it stands in articles that are something else: a part of them is mostly made
// of sentences that few others have. In the reprints of one story, however many, all sentences are common alike.
constexpr double kOwnShare = 0.5;          // of the characters of such an article; range 0.3 to 0.7
constexpr std::size_t kOneInThisMany = 5;  // of the articles that carry the sentence; range 3 to 10

std::vector<std::uint8_t> find_boilerplate(const ArticleCorpus& corpus, const SentenceGroups& groups,
                                           const SentenceStanding& standing) {
  std::vector<std::uint8_t> is_own(corpus.size());  // articles that are mostly their own, or that few others have
  for (std::uint32_t article = 0; article < corpus.size(); ++article) {
    std::size_t rare = 0;
    for (std::uint32_t s = 0; s < corpus.sentence_count(article); ++s) {
      if (!standing.is_common(corpus.sentences(article)[s].text)) rare += corpus.sentence_chars(article, s).size();
    }
    is_own[article] = static_cast<double>(rare) >= kOwnShare * static_cast<double>(corpus.chars(article).size());
  }
  std::vector<std::uint8_t> boilerplate(groups.size());
  for (std::uint32_t text = 0; text < groups.size(); ++text) {
    if (!standing.is_common(text)) continue;
    const auto articles = groups.articles(text);
    const auto own = std::ranges::count_if(articles, [&](std::uint32_t article) { return is_own[article] != 0; });
    boilerplate[text] = static_cast<std::size_t>(own) * kOneInThisMany >= articles.size();
  }
  return boilerplate;
}

// What later stages depend on: the articles in their order, as they are compared.
std::string corpus_parameters(const ArticleCorpus& corpus) {
  std::vector<std::uint64_t> hashes;
  for (std::uint32_t article = 0; article < corpus.size(); ++article) {
    hashes.push_back(corpus.hash(article));
    hashes.push_back(corpus.chars(article).size());
  }
  const auto hash = hash64({reinterpret_cast<const char*>(hashes.data()), hashes.size() * sizeof(std::uint64_t)});
  return fmt::format("yiwen dedup\ncorpus {} of {} articles\n", to_hex(hash), corpus.size());
}

}  // namespace

Result<Reprints> find_reprints(ArticleCorpus& corpus, const FindOptions& options, StageClock& clock) {
  const unsigned threads = options.threads;
  WorkFolder* const folder = options.folder;
  Reprints result;
  clock.begin("equal sentences");
  const std::string parameters = folder != nullptr ? corpus_parameters(corpus) : "";
  const Copies copies = find_copies(corpus);
  result.groups = std::make_unique<SentenceGroups>(corpus, copies.first, threads,
                                                   options.memory.sorted_sentences(corpus.sentence_count()));
  corpus.drop_sentence_hashes();
  for (const auto& [first, copy] : copies.copy_of) corpus.copy_texts(first, copy);
  result.standing = std::make_unique<SentenceStanding>(*result.groups);
  result.standing->set_boilerplate(find_boilerplate(corpus, *result.groups, *result.standing));

  clock.begin("near sentences");
  NearSentences near;
  const bool few = result.groups->size() <= kJoinedSentences;
  const bool joined = options.join_near == JoinNear::always || options.self_check > 0 ||
                      (options.join_near == JoinNear::automatic && few);
  const NearOptions join{.threads = threads,
                         .posting_bytes = options.memory.posting_bytes(corpus.sentence_count(), result.groups->size()),
                         .count_bytes = options.memory.count_bytes(corpus.sentence_count(), result.groups->size()),
                         .folder = folder,
                         .parameters = parameters,
                         .progress = clock.share(result.groups->size(), "sentences")};
  if (joined) {
    auto found = find_near_sentences(corpus, *result.groups, join);
    if (!found) return found.error();
    near = std::move(found).value();
    if (near.stages_found > 0) result.found.emplace_back("near sentences");
  } else if (options.join_near == JoinNear::automatic) {
    result.limits.push_back(
        fmt::format("near sentences: the {} distinct sentences are more than {}, so edited ones proposed no pairs of "
                    "articles; --join-edited always lets them",
                    result.groups->size(), kJoinedSentences));
  }
  result.joined = joined;
  result.near_candidates = near.candidates;
  result.near_pairs = near.count();
  if (near.skipped_lists > 0) {
    result.limits.push_back(fmt::format(
        "near sentences: at most {} pairs of forms were not compared, because {} of their phrases stand in too many of "
        "the {} distinct sentences",
        near.skipped_pairs, near.skipped_lists, result.groups->size()));
  }
  if (options.self_check > 0) {
    clock.begin("self-check");
    result.check = check_near_sentences(corpus, *result.groups, near, options.self_check, threads);
  }

  clock.begin("links");
  const std::string kept_under = parameters + (joined ? near_parameters(join.count_bytes) : "") + clusters_parameters();
  if (folder != nullptr) {
    if (auto kept = find_kept_clusters(*folder, kept_under, corpus.size())) {
      result.links = kept->links;
      result.comparisons = kept->found.comparisons;
      result.clusters = std::move(kept->found.clusters);
      result.found.emplace_back("clusters");
      clock.end();
      return result;
    }
  }
  std::vector<ArticleLink> links;
  link_near_sentences(*result.groups, near, threads, links);
  link_equal_sentences(corpus, *result.groups, *result.standing, links);
  merge_links(corpus, links, threads);

  clock.begin("clusters");
  ArticleClusters clusters =
      cluster_articles(corpus, *result.standing, links, threads, clock.share(corpus.size(), "articles"));
  add_copies(copies, clusters.clusters);
  if (folder != nullptr) {
    if (auto error = keep_clusters({clusters, links.size()}, *folder, kept_under)) return *error;
  }
  result.links = links.size();
  result.comparisons = clusters.comparisons;
  result.clusters = std::move(clusters.clusters);
  if (options.keep_proposed) result.proposed = std::move(links);
  clock.end();
  return result;
}

}  // namespace yiwen
