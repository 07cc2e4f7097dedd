// SPDX-License-Identifier: Apache-2.0
#include "dedup/article_clusters.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <map>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>

#include "base/parallel.h"

namespace yiwen {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// The articles that links join, one work unit each.
class Components {
 public:
  Components(std::uint32_t articles, std::span<const ArticleLink> links) : parent_(articles) {
    for (std::uint32_t i = 0; i < articles; ++i) parent_[i] = i;
    for (const ArticleLink& link : links) {
      const std::uint32_t a = root(link.left);
      const std::uint32_t b = root(link.right);
      parent_[std::max(a, b)] = std::min(a, b);
    }
  }

  std::uint32_t root(std::uint32_t article) {
    while (parent_[article] != article) article = parent_[article] = parent_[parent_[article]];
    return article;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

struct Neighbours {
  std::vector<std::uint32_t> begin;
  std::vector<std::uint32_t> all;

  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t article) const {
    return {all.data() + begin[article], begin[article + 1] - begin[article]};
  }
};

Neighbours neighbours(std::uint32_t articles, std::span<const ArticleLink> links) {
  Neighbours near;
  near.begin.resize(articles + 1);
  for (const ArticleLink& link : links) ++near.begin[link.left + 1], ++near.begin[link.right + 1];
  for (std::uint32_t i = 0; i < articles; ++i) near.begin[i + 1] += near.begin[i];
  near.all.resize(near.begin.back());
  std::vector<std::uint32_t> at(near.begin.begin(), near.begin.end() - 1);
  for (const ArticleLink& link : links) near.all[at[link.left]++] = link.right, near.all[at[link.right]++] = link.left;
  return near;
}

class Stars {
 public:
  Stars(const ArticleCorpus& corpus, const SentenceStanding& standing, const Neighbours& near,
        std::vector<std::uint32_t>& star, std::vector<std::uint32_t>& tried_by)
      : corpus_(corpus), standing_(standing), near_(near), star_(star), tried_by_(tried_by) {}

  // REQUIRES: the articles of one component
  std::vector<ArticleCluster> run(std::vector<std::uint32_t> articles) {
    std::ranges::sort(articles, [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(corpus_.chars(b).size(), a) < std::tuple(corpus_.chars(a).size(), b);
    });
    for (const std::uint32_t article : articles) {
      if (star_[article] == kNone) open_star(article);
    }
    absorb();
    std::vector<ArticleCluster> found;
    for (ArticleCluster& cluster : clusters_) {
      if (cluster.members.empty()) continue;
      std::ranges::sort(cluster.members, {}, &ArticleMember::article);
      found.push_back(std::move(cluster));
    }
    return found;
  }

  [[nodiscard]] std::uint64_t comparisons() const { return comparisons_; }

 private:
  void open_star(std::uint32_t anchor) {
    const auto index = static_cast<std::uint32_t>(clusters_.size());
    clusters_.push_back({anchor, {}});
    star_[anchor] = index;
    std::optional<AnchorArticle> ready;
    std::vector<std::uint32_t> queue(near_.of(anchor).begin(), near_.of(anchor).end());
    for (std::size_t next = 0; next < queue.size(); ++next) {
      const std::uint32_t other = queue[next];
      if (other == anchor || tried_by_[other] == anchor || star_[other] != kNone) continue;
      tried_by_[other] = anchor;
      if (!ready) ready.emplace(corpus_, standing_, anchor);
      ++comparisons_;
      const ArticleMatch match = ready->compare(other);
      if (!match.linked) continue;
      if (std::min(match.cover_anchor, match.cover_other) >= kMutualCover) {
        star_[other] = index;
        clusters_[index].members.push_back({other, match.relation, match.cover_anchor});
        queue.insert(queue.end(), near_.of(other).begin(), near_.of(other).end());
      } else {
        tried_[{anchor, other}] = std::max(match.cover_anchor, match.cover_other);
      }
    }
  }

  // Clusters that are a part of a longer one, or share a passage with it, join it.
  void absorb() {
    // By the cluster that may absorb them, the one with the longer anchor: pieces, and how much they share.
    std::map<std::uint32_t, std::map<std::uint32_t, double>> pieces;
    for (const auto& [pair, share] : tried_) {
      const auto [whole, piece] = std::minmax(star_[pair.first], star_[pair.second]);
      if (whole != piece) pieces[whole][piece] = std::max(pieces[whole][piece], share);
    }
    std::map<std::uint32_t, std::pair<double, std::uint32_t>> best;  // piece -> how much it shares, and with which
    for (const auto& [whole, parts] : pieces) {
      if (is_digest(whole, parts)) continue;
      for (const auto& [piece, share] : parts) {
        const auto at = best.find(piece);
        if (at == best.end() || share > at->second.first) best[piece] = {share, whole};
      }
    }
    std::map<std::uint32_t, std::uint32_t> went;  // where the members of a cluster are now
    for (const auto& [piece, by] : best) {
      const auto at = went.find(by.second);
      const std::uint32_t whole = at == went.end() ? by.second : at->second;
      AnchorArticle anchor(corpus_, standing_, clusters_[whole].anchor);
      const auto join = [&](std::uint32_t article) {
        ++comparisons_;
        const ArticleMatch match = anchor.compare(article);
        if (match.linked) clusters_[whole].members.push_back({article, match.relation, match.cover_anchor});
        return match.linked;
      };
      if (!join(clusters_[piece].anchor)) continue;
      went[piece] = whole;
      std::vector<ArticleMember> left_over;
      for (const ArticleMember& member : std::exchange(clusters_[piece].members, {})) {
        if (!join(member.article)) left_over.push_back(member);
      }
      // Those that matched the piece alone stay together, around the longest of them.
      if (left_over.size() > 1) keep_together(std::move(left_over));
    }
  }

  void keep_together(std::vector<ArticleMember> members) {
    const auto longest = std::ranges::min_element(members, [&](const ArticleMember& a, const ArticleMember& b) {
      return std::tuple(corpus_.chars(b.article).size(), a.article) <
             std::tuple(corpus_.chars(a.article).size(), b.article);
    });
    ArticleCluster cluster{longest->article, {}};
    AnchorArticle anchor(corpus_, standing_, cluster.anchor);
    for (const ArticleMember& member : members) {
      if (member.article == cluster.anchor) continue;
      const ArticleMatch match = anchor.compare(member.article);
      if (match.linked) cluster.members.push_back({member.article, match.relation, match.cover_anchor});
    }
    clusters_.push_back(std::move(cluster));
  }

  // Texts that have nothing to do with one another, in one: a digest of them. Where it was printed itself, its pieces
  // may be halves of it; but pieces that were printed alone, several times, are stories of their own.
  bool is_digest(std::uint32_t whole, const std::map<std::uint32_t, double>& parts) {
    const bool printed = !clusters_[whole].members.empty();
    for (auto i = parts.begin(); i != parts.end(); ++i) {
      if (printed && clusters_[i->first].members.empty()) continue;
      AnchorArticle first(corpus_, standing_, clusters_[i->first].anchor);
      for (auto j = std::next(i); j != parts.end(); ++j) {
        if (printed && clusters_[j->first].members.empty()) continue;
        ++comparisons_;
        if (!first.compare(clusters_[j->first].anchor).linked) return true;
      }
    }
    return false;
  }

  const ArticleCorpus& corpus_;
  const SentenceStanding& standing_;
  const Neighbours& near_;
  std::vector<std::uint32_t>& star_;      // of each article: index in clusters_; shared, but each component has its own
  std::vector<std::uint32_t>& tried_by_;  // the last anchor it was compared with
  std::vector<ArticleCluster> clusters_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> tried_;  // linked, but not as wholes: how much they share
  std::uint64_t comparisons_ = 0;
};

}  // namespace

ArticleClusters cluster_articles(const ArticleCorpus& corpus, const SentenceStanding& standing,
                                 std::span<const ArticleLink> links, unsigned threads, const ShareDone& progress) {
  const std::uint32_t count = corpus.size();
  const Neighbours near = neighbours(count, links);
  Components components(count, links);
  std::vector<std::vector<std::uint32_t>> units;
  {
    std::vector<std::uint32_t> unit_of(count, kNone);
    for (std::uint32_t article = 0; article < count; ++article) {
      if (near.of(article).empty()) continue;
      const std::uint32_t root = components.root(article);
      if (unit_of[root] == kNone) {
        unit_of[root] = static_cast<std::uint32_t>(units.size());
        units.emplace_back();
      }
      units[unit_of[root]].push_back(article);
    }
  }
  // The largest first, so that no thread is left alone with it at the end.
  std::ranges::stable_sort(units, [](const auto& a, const auto& b) { return a.size() > b.size(); });

  std::vector<std::uint32_t> star(count, kNone);
  std::vector<std::uint32_t> tried_by(count, kNone);
  std::vector<std::vector<ArticleCluster>> found(units.size());
  std::atomic<std::uint64_t> comparisons = 0;
  std::atomic<std::size_t> done = 0;
  std::mutex telling;
  parallel_for(units.size(), threads, [&](std::size_t u) {
    Stars stars(corpus, standing, near, star, tried_by);
    found[u] = stars.run(units[u]);
    comparisons += stars.comparisons();
    if (const std::size_t n = ++done; progress && n % 1024 == 0) {
      const std::lock_guard lock(telling);
      progress(static_cast<double>(n) / static_cast<double>(units.size()));
    }
  });

  ArticleClusters result;
  result.comparisons = comparisons;
  for (auto& clusters : found) std::move(clusters.begin(), clusters.end(), std::back_inserter(result.clusters));
  std::ranges::sort(result.clusters, {}, &ArticleCluster::anchor);
  return result;
}

}  // namespace yiwen
