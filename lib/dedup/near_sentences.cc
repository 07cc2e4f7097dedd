// SPDX-License-Identifier: Apache-2.0
#include "dedup/near_sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <tuple>
#include <utility>

#include "base/parallel.h"
#include "dedup/article_match.h"
#include "dedup/bucket_sort.h"
#include "dedup/folded_shingles.h"
#include "dedup/form_pairs.h"
#include "dedup/near_files.h"
#include "dedup/near_of.h"
#include "dedup/posting_store.h"
#include "dedup/sentence_prefix.h"
#include "dedup/shingle_counts.h"

namespace yiwen {
namespace {

constexpr std::string_view kPassFiles = "candidates-";
constexpr std::uint32_t kArticlesAtOnce = 128;  // that a thread takes
// Each pass reads its part of the postings again; more parts would be read in pieces of less than a page. Range 16 up.
constexpr std::size_t kMostPasses = 256;
// Of the table of counts; most shingles occur more than once, so that few of them meet. Range 1 to 4.
constexpr std::size_t kSlotsAShingle = 2;

// Compared by 2-grams with each other and with the texts of up to twice their length, which may contain one of them.
struct Lane {
  std::uint32_t k;
  std::size_t shortest;
  std::size_t longest;  // and one more
};
constexpr std::array kLanes = {Lane{2, kLeastNear, 2 * kShortChars}, Lane{3, kShortChars, SIZE_MAX}};

// What the candidates of a pass depend on. The number changes where the code changes what it finds, here and below.
std::string candidates_parameters(std::size_t count_bytes) {
  return fmt::format(
      "candidates 5: from {} characters, short below {}, similarity {}, crowded above {}, cut at {} and {}, counted in "
      "{}\n",
      kLeastNear, kShortChars, kSentenceJaccard, kCrowdedList, kLongSentence, kLongestSentence, count_bytes);
}

class Join {
 public:
  Join(const ArticleCorpus& corpus, const SentenceGroups& groups, const NearOptions& options, NearSentences& out)
      : corpus_(corpus), groups_(groups), options_(options), out_(out) {}

  std::optional<Error> run() {
    if (options_.folder != nullptr) {
      if (auto kept = find_near(*options_.folder, kept_parameters(), groups_.size())) {
        out_ = std::move(*kept);
        out_.stages_found = 1;
        return std::nullopt;
      }
    }
    out_.is_form.assign(groups_.size(), 0);
    for (const Lane& lane : kLanes) {
      if (auto error = run(lane)) return error;
    }
    join_forms();
    verify();
    if (options_.folder == nullptr) return std::nullopt;
    auto error = keep_near(*options_.folder, kept_parameters(), out_);
    if (!error) options_.folder->drop(kPassFiles);
    return error;
  }

 private:
  // A list of forms, put aside until it is known how many there are; it lies in its pass.
  struct CrowdedList {
    std::uint32_t k;  // of its lane
    std::span<const ShinglePosting> postings;
    [[nodiscard]] std::uint64_t pairs() const { return postings.size() * (postings.size() - 1) / 2; }
  };
  // What the steps take of the time, each lane the same; measured at 100,000 articles, to tell how long the rest takes.
  static constexpr double kCountingPart = 0.1;
  static constexpr double kReadingPart = 0.2;
  static constexpr double kListsPart = 0.1;
  static constexpr double kVerifyingPart = 0.15;
  static constexpr double kFormsPart = 0.05;

  // Tells that so much more of the stage is done. From any thread.
  void advance(double part) const {
    if (!options_.progress) return;
    const std::lock_guard lock(telling_);
    done_ += part;
    options_.progress(done_);
  }

  [[nodiscard]] std::string pass_parameters() const {
    return options_.parameters + candidates_parameters(options_.count_bytes);
  }
  [[nodiscard]] std::string kept_parameters() const {
    return options_.parameters + near_parameters(options_.count_bytes);
  }

  bool takes(const Lane& lane, std::u16string_view chars) const {
    return chars.size() >= lane.shortest && chars.size() < lane.longest;
  }

  // Characters of a lane.
  struct LaneChars {
    std::size_t all = 0;
    std::size_t counted = 0;  // in sentences whose shingles are counted
  };
  [[nodiscard]] LaneChars chars_in(const Lane& lane) const {
    std::atomic<std::size_t> all = 0;
    std::atomic<std::size_t> counted = 0;
    parallel_for(blocks(), options_.threads, [&](std::size_t block) {
      LaneChars in_block;
      each_sentence(block, [&](std::uint32_t, std::u16string_view chars) {
        if (takes(lane, chars)) in_block.all += chars.size();
        if (counts_in(lane, chars)) in_block.counted += chars.size();
      });
      all += in_block.all;
      counted += in_block.counted;
    });
    return {all, counted};
  }

  std::optional<Error> run(const Lane& lane) {
    const LaneChars total = chars_in(lane);
    if (total.counted == 0) return std::nullopt;  // what is not counted is compared with what is
    // A prefix has half of the shingles at most. By 3-grams many of them are alone: of the characters of 100,000
    // articles a fifth begin one that is kept, and more where there are more articles; by 2-grams two fifths.
    const std::size_t expected = total.all / (lane.k == 2 ? 2 : 3);
    const auto count = static_cast<std::uint32_t>(
        std::min(kMostPasses, expected * sizeof(ShinglePosting) / options_.posting_bytes + 1));
    std::optional<PostingStore> store;  // made for the first pass that is not there yet
    std::vector<std::uint64_t> sketches;
    for (std::uint32_t pass = 0; pass < count; ++pass) {
      const auto name = fmt::format("{}{}-grams-{}-of-{}", kPassFiles, lane.k, pass + 1, count);
      if (options_.folder != nullptr) {
        if (auto found = find_pass(*options_.folder, name, pass_parameters(), groups_.size())) {
          add_pass(lane, std::move(*found));
          ++out_.stages_found;
          advance(kListsPart / count);
          continue;
        }
      }
      if (!store) {
        auto made = PostingStore::make(expected, count, spill_folder());
        if (!made) return made.error();
        store.emplace(std::move(made).value());
        sketches.resize(groups_.size());
        if (auto error = find_postings(lane, total.counted, *store, sketches)) return error;
      }
      const auto postings = store->take(pass);
      if (!postings) return postings.error();
      JoinPass found = join_lists(lane, postings.value(), sketches, kListsPart / count);
      if (options_.folder == nullptr) {
        add_pass(lane, KeptPass(std::move(found)));
        continue;
      }
      auto kept = keep_pass(*options_.folder, name, pass_parameters(), std::move(found));
      if (!kept) return kept.error();
      add_pass(lane, std::move(kept).value());
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string spill_folder() const {
    if (options_.folder != nullptr) return options_.folder->path();
    std::error_code failure;
    return std::filesystem::temp_directory_path(failure).string();
  }

  void count(const Lane& lane, ShingleCounts& counts) const {
    counts.add(blocks(), options_.threads, [&](std::size_t block, std::vector<Shingle>& shingles) {
      each_sentence(block, [&](std::uint32_t, std::u16string_view chars) {
        if (counts_in(lane, chars)) each_folded_shingle(chars, lane.k, [&](Shingle s) { shingles.push_back(s); });
      });
      advance(kCountingPart / static_cast<double>(blocks()));
    });
  }

  void add_pass(const Lane& lane, KeptPass pass) {
    out_.postings += pass.postings();
    passes_.push_back(std::move(pass));
    for (const ShinglePosting& posting : passes_.back().crowded()) out_.is_form[posting.text()] = 1;
    each_list(passes_.back().crowded(), [&](std::span<const ShinglePosting> list) {
      crowded_.push_back({lane.k, list});
    });
    passes_.back().leave();
  }

  // By 2-grams a longer text is compared with short ones only, so those alone are counted.
  static bool counts_in(const Lane& lane, std::u16string_view chars) {
    return chars.size() >= lane.shortest && (lane.k == 2) == (chars.size() < kShortChars);
  }

  [[nodiscard]] std::size_t blocks() const { return (corpus_.size() + kArticlesAtOnce - 1) / kArticlesAtOnce; }
  // Each distinct sentence where it stands first, in the order of the corpus: that is how the characters lie in memory.
  template <class Body>
  void each_sentence(std::size_t block, Body body) const {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(corpus_.size(), (block + 1) * kArticlesAtOnce));
    for (auto article = static_cast<std::uint32_t>(block * kArticlesAtOnce); article < end; ++article) {
      const auto sentences = corpus_.sentences(article);
      for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        const std::uint32_t text = sentences[s].text;
        const auto first = groups_.first(text);
        if (first.article == article && first.sentence == s) body(text, corpus_.sentence_chars(article, s));
      }
    }
  }

  // The postings of all sentences, and their sketches.
  std::optional<Error> find_postings(const Lane& lane, std::size_t counted, PostingStore& store,
                                     std::span<std::uint64_t> sketches) {
    ShingleCounts counts(counted * kSlotsAShingle, options_.count_bytes, options_.threads);
    count(lane, counts);
    common_[lane.k] = counts.above(kCrowdedList, options_.threads);
    std::atomic<bool> is_full = false;
    const auto shingles_of = [&](std::size_t block, std::vector<Shingle>& shingles) {
      each_sentence(block, [&](std::uint32_t, std::u16string_view chars) {
        if (takes(lane, chars)) each_folded_shingle(chars, lane.k, [&](Shingle s) { shingles.push_back(s); });
      });
    };
    const auto use = [&](std::size_t block, std::span<const Shingle> shingles, std::span<const std::uint16_t> found) {
      PostingList postings;
      SentencePrefix prefix(lane.k, sketches);
      each_sentence(block, [&](std::uint32_t text, std::u16string_view chars) {
        if (!takes(lane, chars)) return;
        const std::size_t size = count_folded_shingles(chars, lane.k);
        prefix.put({.text = text,
                    .chars = static_cast<std::uint32_t>(chars.size()),
                    .shingles = shingles.first(size),
                    .counts = found.first(size),
                    .counted = counts_in(lane, chars)},
                   postings);
        shingles = shingles.subspan(size);
        found = found.subspan(size);
      });
      if (!store.put(postings)) is_full = true;
      advance(kReadingPart / static_cast<double>(blocks()));
    };
    counts.look_up(blocks(), options_.threads, shingles_of, use);
    if (is_full) return Error{ErrorCode::not_written, spill_folder(), {}, "takes no more"};
    return std::nullopt;
  }

  // part: of the work of the stage
  JoinPass join_lists(const Lane& lane, const PostingBuckets& buckets, std::span<const std::uint64_t> sketches,
                      double part) const {
    JoinPass all{.postings = buckets.postings(), .pairs = {}, .crowded = {}};
    std::mutex putting;
    parallel_for(buckets.count(), options_.threads, [&](std::size_t bucket) {
      PostingList postings = buckets.gather(bucket);
      drop_alone(postings, lane.k);
      buckets.sort(postings);
      PairProposals proposals(lane.k, sketches);
      PostingList crowded;
      each_list(postings, [&](std::span<const ShinglePosting> list) {
        if (is_crowded(list, lane.k)) {
          crowded.insert(crowded.end(), list.begin(), list.end());
        } else if (list.size() > 1) {
          proposals.add(list);
        }
      });
      const std::vector<NearPair> pairs = proposals.take();
      advance(part / static_cast<double>(buckets.count()));
      const std::lock_guard lock(putting);
      all.pairs.insert(all.pairs.end(), pairs.begin(), pairs.end());
      all.crowded.insert(all.crowded.end(), crowded.begin(), crowded.end());
    });
    sort(all.pairs);
    std::ranges::sort(all.crowded);  // whatever thread was first
    return all;
  }

  // Each once.
  void sort(std::vector<NearPair>& pairs) const {
    sort_in_buckets(
        pairs, [&](const NearPair& pair) { return pair_sort_key(pair.left, pair.right, groups_.size()); },
        std::less<>(), options_.threads);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  }

  // Sorted ones, together.
  static std::vector<NearPair> merged(std::vector<NearPair> one, std::vector<NearPair> other) {
    if (one.empty()) return other;
    if (other.empty()) return one;
    std::vector<NearPair> both;
    both.reserve(one.size() + other.size());
    std::ranges::set_union(one, other, std::back_inserter(both));
    return both;
  }

  // What all propose from `begin` to `end`.
  static std::vector<NearPair> merged(std::span<const KeptPass> all, const NearPair& begin, const NearPair& end) {
    if (all.size() > 1) {
      const std::size_t half = all.size() / 2;
      return merged(merged(all.first(half), begin, end), merged(all.subspan(half), begin, end));
    }
    if (all.empty()) return {};
    const auto pairs = all.front().pairs();
    std::vector<NearPair> own(std::ranges::lower_bound(pairs, begin), std::ranges::lower_bound(pairs, end));
    all.front().leave();
    return own;
  }

  // The smallest lists first, as far as the budget goes.
  void join_forms() {
    std::ranges::sort(crowded_, [](const CrowdedList& a, const CrowdedList& b) {
      const auto order = [](const CrowdedList& list) {
        return std::tuple(list.postings.size(), list.k, list.postings.front().shingle());
      };
      return order(a) < order(b);
    });
    std::uint64_t budget = std::min(kFormPairs * groups_.size(), kMostFormPairs);
    std::size_t joined = 0;
    for (; joined < crowded_.size() && crowded_[joined].pairs() <= budget; ++joined) budget -= crowded_[joined].pairs();
    const CharsOf chars = [&](std::uint32_t text) { return groups_.chars(corpus_, text); };
    for (const Lane& lane : kLanes) {
      std::vector<std::span<const ShinglePosting>> lists;
      for (std::size_t i = 0; i < joined; ++i) {
        if (crowded_[i].k == lane.k) lists.push_back(crowded_[i].postings);
      }
      if (!lists.empty()) {
        const ComparedForms forms = compare_forms(lists, lane.k, chars, common_shingles(lane), options_.threads);
        out_.candidates += forms.compared;
        out_.forms.add(forms.near);
      }
      advance(kFormsPart / kLanes.size());
    }
    for (std::size_t i = joined; i < crowded_.size(); ++i)
      ++out_.skipped_lists, out_.skipped_pairs += crowded_[i].pairs();
    crowded_.clear();
  }

  // Those of the lane, which were counted, if not when its passes that a former run has left were found.
  const CommonShingles& common_shingles(const Lane& lane) {
    auto& common = common_[lane.k];
    if (!common) {
      ShingleCounts counts(chars_in(lane).counted * kSlotsAShingle, options_.count_bytes, options_.threads);
      count(lane, counts);
      common = counts.above(kCrowdedList, options_.threads);
    }
    return *common;
  }

  // Slice by slice of the left sides, so that no more pairs are in memory at once than postings were.
  void verify() {
    std::size_t proposed = 0;
    for (const KeptPass& pass : passes_) proposed += pass.pairs().size();
    constexpr std::size_t kTimes = 4;  // that pairs are there while those of several passes are merged, and their texts
    const std::size_t slices = proposed * sizeof(NearPair) * kTimes / options_.posting_bytes + 1;
    std::vector<std::u16string_view> chars(groups_.size());
    parallel_for(blocks(), options_.threads, [&](std::size_t block) {
      each_sentence(block, [&](std::uint32_t text, std::u16string_view of_text) { chars[text] = of_text; });
    });
    for (std::size_t slice = 0; slice < slices; ++slice) {
      const auto border = [&](std::size_t at) {
        return static_cast<std::uint32_t>(std::size_t{groups_.size()} * at / slices);
      };
      std::vector<NearPair> pairs = merged(passes_, NearPair{border(slice), 0}, NearPair{border(slice + 1), 0});
      std::erase_if(pairs, [&](const NearPair& pair) {
        return out_.is_form[pair.left] != 0 && out_.is_form[pair.right] != 0 && out_.forms.contains(pair);
      });
      out_.candidates += pairs.size();
      const double part = kVerifyingPart / static_cast<double>(slices);
      const NearOf held = near_of(pairs, chars, options_.threads, [&](double share) { advance(part * share); });
      out_.pairs.insert(out_.pairs.end(), held.pairs.begin(), held.pairs.end());
      out_.chars.insert(out_.chars.end(), held.chars.begin(), held.chars.end());
    }
    passes_.clear();
  }

  const ArticleCorpus& corpus_;
  const SentenceGroups& groups_;
  const NearOptions& options_;
  NearSentences& out_;
  std::vector<CrowdedList> crowded_;
  std::vector<KeptPass> passes_;
  std::array<std::optional<CommonShingles>, 4> common_;  // by k
  mutable std::mutex telling_;
  mutable double done_ = 0;  // of the stage, [0, 1]
};

}  // namespace

std::string near_parameters(std::size_t count_bytes) {
  return candidates_parameters(count_bytes) +
         fmt::format("near sentences 3: {} pairs of forms a sentence, {} at most\n", kFormPairs, kMostFormPairs);
}

Result<NearSentences> find_near_sentences(const ArticleCorpus& corpus, const SentenceGroups& groups,
                                          const NearOptions& options) {
  NearSentences found;
  if (auto error = Join(corpus, groups, options, found).run()) return *error;
  return found;
}

}  // namespace yiwen
