// SPDX-License-Identifier: Apache-2.0
#include "cluster/cluster.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "cluster/match_pair.h"
#include "cluster/match_within.h"

namespace yiwen {

namespace {

// Where a part of a sentence stands already.
struct Joined {
  std::uint32_t cluster = 0;
  std::uint32_t member = 0;
};

// Links within one text, so ordered that a sentence joins another before a third one joins it: a heading that stands
// twice over its sentence makes one cluster of the three, not two that share the heading. Of links that go round in a
// circle (two headings that name each other) the last is left out.
std::vector<SentenceLink> lefts_first(std::vector<SentenceLink> links) {
  std::vector<SentenceLink> ordered;
  while (!links.empty()) {
    const auto waits = [&](const SentenceLink& link) {
      return std::any_of(links.begin(), links.end(), [&](const SentenceLink& other) { return other.right == link.left; });
    };
    auto next = std::find_if_not(links.begin(), links.end(), waits);
    if (next == links.end()) next = links.begin();
    ordered.push_back(*next);
    links.erase(next);
    std::erase_if(links, [&](const SentenceLink& link) { return link.right == ordered.back().left; });
  }
  return ordered;
}

}  // namespace

Clustering cluster(std::span<const Witness> witnesses, const std::vector<std::uint32_t>& order, unsigned threads) {
  const Rarity rarity(witnesses, threads);
  std::vector<std::optional<Reference>> references(witnesses.size());
  parallel_for(witnesses.size(), threads, [&](std::size_t w) { references[w].emplace(witnesses[w], rarity); });

  Clustering result;
  result.shared.assign(witnesses.size(), std::vector<float>(witnesses.size(), 0));
  result.shared_phrases = result.shared;
  std::vector<Claims> claims;
  std::vector<std::vector<std::vector<Joined>>> joined(witnesses.size());  // by witness, sentence and claim on it
  for (std::size_t w = 0; w < witnesses.size(); ++w) {
    claims.emplace_back(witnesses[w]);
    joined[w].resize(witnesses[w].sentences.size());
  }
  const auto put = [&](const Passage& passage, const Joined& place) {
    joined[passage.witness][passage.sentence].push_back(place);
    claims[passage.witness].add(passage.sentence, passage.units);
  };
  // The cluster that holds the words of the reference; a new one where none does. A merged sentence stands in several.
  const auto anchor_of = [&](std::uint32_t witness, std::uint32_t sentence, UnitRange words) {
    const auto& parts = claims[witness].of(sentence);
    const auto best = std::max_element(parts.begin(), parts.end(), [&](UnitRange left, UnitRange right) {
      return intersection(left, words).size() < intersection(right, words).size();
    });
    if (best != parts.end() && !intersection(*best, words).empty())
      return joined[witness][sentence][static_cast<std::size_t>(best - parts.begin())];
    const Joined place{static_cast<std::uint32_t>(result.clusters.size()), 0};
    const UnitRange all{0, witnesses[witness].units[sentence].size()};
    const Passage passage{witness, sentence, parts.empty() ? all : words};
    put(passage, place);
    result.clusters.push_back({{Member{passage, 0, {}, 0, Ground::content}}});
    return place;
  };
  const auto join = [&](std::uint32_t reference, std::uint32_t witness, const SentenceLink& link) {
    const Joined anchor = anchor_of(reference, link.left, link.link.left);
    auto& members = result.clusters[anchor.cluster].members;
    const Passage passage{witness, link.right, link.link.right};
    put(passage, {anchor.cluster, static_cast<std::uint32_t>(members.size())});
    // What answers a heading is a heading.
    const Ground ground = members[anchor.member].ground == Ground::echo ? Ground::echo : link.ground;
    members.push_back({passage, anchor.member, link.link, link.support, ground});
  };

  for (std::size_t turn = 0; turn < order.size(); ++turn) {
    const std::uint32_t reference = order[turn];
    // First within the reference, so that what others have of a heading joins the cluster of the sentence below it.
    for (const auto& link : lefts_first(match_within(*references[reference], claims[reference])))
      join(reference, reference, link);
    std::vector<std::uint32_t> others(order.begin() + static_cast<std::ptrdiff_t>(turn) + 1, order.end());
    std::vector<PairMatch> matches(others.size());
    parallel_for(others.size(), threads, [&](std::size_t k) {
      const bool kin = std::any_of(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(turn), [&](auto earlier) {
        return result.shared[earlier][reference] > 0 && result.shared[earlier][others[k]] > 0;
      });
      matches[k] = match_pair(*references[reference], *references[others[k]], claims[others[k]], kin);
    });
    for (std::size_t k = 0; k < others.size(); ++k) {
      result.shared[reference][others[k]] = matches[k].cover_right;
      result.shared_phrases[reference][others[k]] = matches[k].shared_phrases;
      for (const auto& link : matches[k].links) join(reference, others[k], link);
    }
  }
  return result;
}

}  // namespace yiwen
