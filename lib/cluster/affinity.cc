// SPDX-License-Identifier: Apache-2.0
#include "cluster/affinity.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/hash.h"
#include "base/parallel.h"
#include "cluster/likeness.h"
#include "cluster/writing.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

// A sentence is had by a text that has this share of its pairs of characters; below, words of it are quoted. Range
// .4-.6.
constexpr double kHad = 0.5;
// A sentence of which this share stands in another sentence of its text is there twice. Range .7-.9.
constexpr double kRepeated = 0.8;

// What a text alone has is of the story where it shares at least this much of the story's pairs of characters as a
// sentence of the story itself shares with the rest. On stories of thirty sentences, three sentences of the story reach
// .6 of that or more in nineteen cases of twenty, three sentences of a comment on it .1 to .5. Range .5-.7.
constexpr double kOfTheStory = 0.55;
// So many sentences that a text alone has in a row are judged by themselves; single ones are too short to be told and
// are judged together. Range 2-5.
constexpr std::uint32_t kRun = 3;
// A stretch longer than this may be a story of its own on the same page; a long one shares turns of speech with any
// text. What it shares with the story is also measured against what its own sentences share with each other. Of two
// parts of one story the geometric mean of both ratios is .67 to 1.6, of two stories .25 to .6, .65 for two that are
// told alike. Ranges 3-10, .6-.67.
constexpr std::uint32_t kInside = 6;
constexpr double kOneStory = 0.63;
// The story is known by so many sentences at least, that share so much with each other. Where it is not known, place
// decides: up to kInside sentences between sentences that others have too were left out by the others.
constexpr std::uint32_t kLeastStory = 5;
constexpr double kLeastCohesion = 0.06;
// Sentences for which it is found at once what share of each the texts have; 8 bytes a sentence and text. Range 64 to
// 4,096.
constexpr std::size_t kSharesAtOnce = 512;

// Letters by which a word of an alphabet is known: what follows bends it (glassworks, glassmakers). Shorter words are
// of any text. Ranges 4-6, 5-8.
constexpr std::uint32_t kShortestWord = 5;
constexpr std::uint32_t kStem = 6;

// apart: what the page states of itself, a title or a caption of its own; nobody lacks it, and it is no addition
// either.
enum class Standing : std::uint8_t { shared, repeated, kept, added, apart };

// One text's sentences in order, as indices into the likeness, and what each is.
struct Text {
  std::vector<std::uint32_t> sentences;
  std::vector<Standing> standings;
};

Shingle stem_of(std::u32string_view word) { return static_cast<Shingle>(hash64(word.substr(0, kStem))); }

class AffinityFinder {
 public:
  AffinityFinder(std::span<const Witness> witnesses, unsigned threads)
      : witnesses_(witnesses),
        threads_(threads),
        likeness_(witnesses, threads),
        texts_(witnesses.size()),
        had_(likeness_.size(), 0) {
    for (std::uint32_t k = 0; k < likeness_.size(); ++k) {
      auto& text = texts_[likeness_.place(k).witness];
      text.sentences.push_back(k);
      text.standings.push_back(Standing::shared);
    }
  }

  Affinity run() && {
    parallel_for(likeness_.size(), threads_, [&](std::size_t k) {
      const auto& equals = likeness_.equals(static_cast<std::uint32_t>(k));
      if (equals.front() != k) return;
      const bool had = others_have(equals);
      for (const auto copy : equals) had_[copy] = had ? 1 : 0;
    });
    stems_.resize(likeness_.size());
    parallel_for(stems_.size(), threads_, [&](std::size_t k) { stems_[k] = stems_in(static_cast<std::uint32_t>(k)); });
    parallel_for(texts_.size(), threads_, [&](std::size_t w) {
      find_repeats(texts_[w]);
      set_apart(texts_[w]);
      judge_own(texts_[w]);
    });
    leave_out_translations();
    Affinity affinity;
    affinity.counts = likeness_.counts();
    affinity.texts = measure();
    if (witnesses_.size() == 2) affinity.near = near_sentences();
    return affinity;
  }

 private:
  // Whether texts have sentences, equal to each other, that others of them carry.
  [[nodiscard]] bool others_have(const std::vector<std::uint32_t>& equals) const {
    const auto first = equals.front();
    const auto text = likeness_.place(first).witness;
    const auto is_of_another = [&](std::uint32_t k) { return likeness_.place(k).witness != text; };
    if (std::any_of(equals.begin(), equals.end(), is_of_another)) return true;
    const auto& near = likeness_.near(first);
    const bool in_one = std::any_of(near.begin(), near.end(), [&](std::uint32_t partner) {
      const auto& copies = likeness_.equals(partner);
      return std::any_of(copies.begin(), copies.end(), is_of_another) && likeness_.share_in(first, partner) >= kHad;
    });
    if (in_one) return true;
    std::vector<double> shares(witnesses_.size());
    likeness_.shares_in_witnesses(first, shares);
    shares[text] = 0;
    return std::any_of(shares.begin(), shares.end(), [](double share) { return share >= kHad; });
  }

  // Calls take(sentence, other text, share of the sentence that it has) for all that have any of it.
  template <class Take>
  void each_share(const Take& take) const {
    std::vector<std::uint32_t> firsts;  // one of each group of equal sentences
    for (std::uint32_t k = 0; k < likeness_.size(); ++k) {
      if (likeness_.equals(k).front() == k) firsts.push_back(k);
    }
    // Found by all threads and taken by one, so that sums do not depend on their number.
    std::vector<std::vector<double>> shares(std::min(firsts.size(), kSharesAtOnce),
                                            std::vector<double>(witnesses_.size()));
    for (std::size_t begin = 0; begin < firsts.size(); begin += kSharesAtOnce) {
      const auto count = std::min(firsts.size() - begin, kSharesAtOnce);
      parallel_for(count, threads_,
                   [&](std::size_t i) { likeness_.shares_in_witnesses(firsts[begin + i], shares[i]); });
      for (std::size_t i = 0; i < count; ++i) {
        for (const auto k : likeness_.equals(firsts[begin + i])) {
          for (std::uint32_t w = 0; w < witnesses_.size(); ++w) {
            if (shares[i][w] > 0 && w != likeness_.place(k).witness) take(k, w, shares[i][w]);
          }
        }
      }
    }
  }

  [[nodiscard]] const Sentence& sentence(std::uint32_t k) const {
    const auto place = likeness_.place(k);
    return witnesses_[place.witness].sentences[place.sentence];
  }
  [[nodiscard]] double units(std::uint32_t k) const {
    const auto place = likeness_.place(k);
    return witnesses_[place.witness].units[place.sentence].size();
  }
  // Of two copies the first counts, of a whole and a piece the whole. Headings say again what the text says.
  [[nodiscard]] bool stands_twice(std::uint32_t k) const {
    if (sentence(k).kind != BlockKind::body) return false;
    const auto own = likeness_.place(k).witness;
    const auto is_of_text = [&](std::uint32_t other) {
      return likeness_.place(other).witness == own && sentence(other).kind == BlockKind::body;
    };
    const auto& equal = likeness_.equals(k);
    if (std::any_of(equal.begin(), equal.end(), [&](auto m) { return m < k && is_of_text(m); })) return true;
    const auto& near = likeness_.near(k);
    return std::any_of(near.begin(), near.end(), [&](auto partner) {
      const auto& copies = likeness_.equals(partner);
      return std::any_of(copies.begin(), copies.end(), [&](auto m) {
        return is_of_text(m) && (units(m) > units(k) || (units(m) == units(k) && m < k)) &&
               likeness_.share_in(k, partner) >= kRepeated;
      });
    });
  }

  void find_repeats(Text& text) const {
    for (std::size_t i = 0; i < text.sentences.size(); ++i) {
      if (stands_twice(text.sentences[i])) text.standings[i] = Standing::repeated;
    }
  }

  void set_apart(Text& text) const {
    for (std::size_t i = 0; i < text.sentences.size(); ++i) {
      const auto k = text.sentences[i];
      const auto kind = sentence(k).kind;
      const bool own = !had_[k] && (kind == BlockKind::title || kind == BlockKind::caption);
      if (kind == BlockKind::byline || own) text.standings[i] = Standing::apart;
    }
  }

  // What a sentence is told in: its pairs of characters, or of an alphabet, whose letters stand in every text, its
  // longer words.
  [[nodiscard]] const ShingleSet& words_of(std::uint32_t k) const {
    return stems_[k].empty() ? likeness_.pairs_of_characters(k) : stems_[k];
  }

  [[nodiscard]] ShingleSet stems_in(std::uint32_t k) const {
    const auto place = likeness_.place(k);
    const auto& witness = witnesses_[place.witness];
    ShingleSet stems;
    if (writing_of(witness, place.sentence) != Writing::other) return stems;
    for (const auto& range : witness.units[place.sentence].ranges)
      if (range.size() >= kShortestWord) stems.push_back(stem_of(witness.normal->slice(range)));
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    return stems;
  }

  // What some sentences are told in: pairs of characters, and in how many of the sentences each stands.
  struct Vocabulary {
    std::unordered_map<Shingle, std::uint32_t> sentences_with;  // looked up only
    std::uint32_t sentences = 0;

    // The chance that a pair stands in one of so many of the sentences. REQUIRES: sentences_with counts `more` too
    // often
    [[nodiscard]] double chance(Shingle pair, std::uint32_t among, std::uint32_t more) const {
      const auto found = sentences_with.find(pair);
      const double all = sentences - more, with = found == sentences_with.end() ? 0 : found->second - more;
      return all <= 0 ? 0 : 1 - std::pow(1 - with / all, among);
    }
  };

  [[nodiscard]] Vocabulary vocabulary_of(const Text& text, std::span<const std::size_t> sentences) const {
    Vocabulary words;
    words.sentences = static_cast<std::uint32_t>(sentences.size());
    for (const auto i : sentences) {
      for (const auto pair : words_of(text.sentences[i])) ++words.sentences_with[pair];
    }
    return words;
  }

  // How much of the sentences is told in these words, where so many of the sentences of the vocabulary are looked at.
  // Sentences that are of it themselves do not answer for their own words.
  enum class From : std::uint8_t { without, within };
  [[nodiscard]] double told_in(const Vocabulary& words, std::uint32_t among, From from, const Text& text,
                               std::span<const std::size_t> sentences) const {
    double shared = 0, all = 0;
    for (const auto i : sentences) {
      for (const auto pair : words_of(text.sentences[i])) {
        ++all;
        shared += words.chance(pair, among, from == From::within ? 1 : 0);
      }
    }
    return all == 0 ? 0 : shared / all;
  }

  // What the sentences of the text that others have too are told in.
  struct Story {
    Vocabulary words;
    double cohesion = 0;  // how much of them is told in the words of the rest

    [[nodiscard]] bool known() const { return words.sentences >= kLeastStory && cohesion >= kLeastCohesion; }
  };

  [[nodiscard]] Story story_of(const Text& text) const {
    std::vector<std::size_t> shared;
    for (std::size_t i = 0; i < text.sentences.size(); ++i) {
      if (text.standings[i] == Standing::shared && had_[text.sentences[i]]) shared.push_back(i);
    }
    Story story{vocabulary_of(text, shared), 0};
    if (!shared.empty()) story.cohesion = told_in(story.words, story.words.sentences - 1, From::within, text, shared);
    return story;
  }

  [[nodiscard]] bool speaks_of(const Story& story, const Text& text, std::span<const std::size_t> own) const {
    const auto size = story.words.sentences;
    const double as_the_story_itself = told_in(story.words, size, From::without, text, own) / story.cohesion;
    if (own.size() <= kInside) return as_the_story_itself >= kOfTheStory;
    // On as many sentences of each, else the longer one would seem the richer.
    const auto mine = vocabulary_of(text, own);
    const auto among = std::min(size, mine.sentences - 1);
    const double within = told_in(mine, among, From::within, text, own);
    const double as_its_own = told_in(story.words, among, From::without, text, own);
    return as_the_story_itself * as_its_own >= kOneStory * kOneStory * within;
  }

  // The runs of sentences that the text alone has.
  [[nodiscard]] std::vector<std::vector<std::size_t>> own_runs(const Text& text) const {
    std::vector<std::vector<std::size_t>> runs;
    bool open = false;
    for (std::size_t i = 0; i < text.sentences.size(); ++i) {
      if (text.standings[i] == Standing::repeated || text.standings[i] == Standing::apart) continue;
      const bool own = !had_[text.sentences[i]];
      if (own && !open) runs.emplace_back();
      if (own) runs.back().push_back(i);
      open = own;
    }
    return runs;
  }

  void judge_own(Text& text) const {
    auto runs = own_runs(text);
    const auto mark = [&](const std::vector<std::size_t>& run, bool kept) {
      for (const auto i : run) text.standings[i] = kept ? Standing::kept : Standing::added;
    };
    const Story story = story_of(text);
    if (story.words.sentences == 0) {
      for (const auto& run : runs) mark(run, false);
      return;
    }
    if (!story.known()) {
      for (const auto& run : runs) {
        const auto stands = [](Standing standing) { return standing != Standing::apart; };
        const auto begin = text.standings.begin();
        const auto front = static_cast<std::ptrdiff_t>(run.front()),
                   behind = static_cast<std::ptrdiff_t>(run.back() + 1);
        const bool inside =
            std::any_of(begin, begin + front, stands) && std::any_of(begin + behind, text.standings.end(), stands);
        const bool titled = !inside && stands_below_the_only_heading(text, run);
        mark(run, (witnesses_.size() == 2 && !titled) || (inside && run.size() <= kInside));
      }
      return;
    }
    std::vector<std::size_t> single;  // all of the shorter runs
    for (const auto& run : runs) {
      if (opens_a_story(text, run)) {
        mark(run, false);
      } else if (run.size() >= kRun) {
        mark(run, speaks_of(story, text, run));
      } else {
        single.insert(single.end(), run.begin(), run.end());
      }
    }
    mark(single, speaks_of(story, text, single));
  }

  // Below what the others have, under a heading, in a text that has no other heading but its title: more likely another
  // story with its title than the last part of this one, whose parts would all have headings.
  [[nodiscard]] bool stands_below_the_only_heading(const Text& text, const std::vector<std::size_t>& run) const {
    if (run.front() == 0) return false;
    const auto first = likeness_.place(text.sentences[run.front()]);
    const auto above = likeness_.place(text.sentences[run.front() - 1]).sentence;
    const auto& sentences = witnesses_[first.witness].sentences;
    std::size_t headings = 0, between = 0;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      if (sentences[s].kind != BlockKind::heading) continue;
      ++headings;
      if (s > above && s <= first.sentence) ++between;
    }
    return headings == 1 && between == 1;
  }

  // 本报讯, 某社某地3月5日电, in the first words of running text: the text already has a first paragraph.
  [[nodiscard]] bool opens_a_story(const Text& text, const std::vector<std::size_t>& run) const {
    constexpr std::size_t kReach = 24;  // characters: agency, two cities, a day
    const auto is_body = [&](std::size_t i) { return sentence(text.sentences[i]).kind == BlockKind::body; };
    const auto first = std::find_if(run.begin(), run.end(), is_body);
    if (first == run.end()) return false;
    const auto place = likeness_.place(text.sentences[*first]);
    const auto& witness = witnesses_[place.witness];
    const auto& opening = witness.sentences[place.sentence];
    if (!opening.starts_block) return false;
    const auto words = witness.normal->slice(opening.normal).substr(0, kReach);
    bool line = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const std::size_t length = page_words("dateline").match(words, at);
      line = line || (length > 0 && !words.substr(at + length).starts_with(U'视'));  // 五日电视台
    }
    if (!line) return false;
    for (std::size_t i = 0; i < *first; ++i)
      if (is_body(i) && !std::count(run.begin(), run.end(), i)) return true;
    return false;
  }

  // What the texts together are not written in is a translation for those that print it.
  void leave_out_translations() {
    double han = 0, other = 0;
    const auto writing = [&](std::uint32_t k) {
      return writing_of(witnesses_[likeness_.place(k).witness], likeness_.place(k).sentence);
    };
    for (std::uint32_t k = 0; k < likeness_.size(); ++k) {
      if (writing(k) == Writing::han) han += units(k);
      if (writing(k) == Writing::other) other += units(k);
    }
    if (han == 0 || other == 0) return;
    const Writing foreign = han >= other ? Writing::other : Writing::han;
    for (auto& text : texts_) {
      for (std::size_t i = 0; i < text.sentences.size(); ++i)
        if (writing(text.sentences[i]) == foreign && text.standings[i] != Standing::apart)
          text.standings[i] = Standing::added;
    }
  }

  // Units of a text by what its sentences are.
  struct Amounts {
    double shared = 0, kept = 0, added = 0, repeated = 0;
    [[nodiscard]] double once() const { return shared + kept + added; }
  };

  [[nodiscard]] Amounts amounts_of(const Text& text) const {
    Amounts amounts;
    for (std::size_t i = 0; i < text.sentences.size(); ++i) {
      const double size = units(text.sentences[i]);
      switch (text.standings[i]) {
        case Standing::shared:
          amounts.shared += size;
          break;
        case Standing::kept:
          amounts.kept += size;
          break;
        case Standing::added:
          amounts.added += size;
          break;
        case Standing::repeated:
          amounts.repeated += size;
          break;
        case Standing::apart:
          break;
      }
    }
    return amounts;
  }

  [[nodiscard]] std::vector<TextAffinity> measure() const {
    const auto n = witnesses_.size();
    std::vector<Amounts> amounts;
    for (const auto& text : texts_) amounts.push_back(amounts_of(text));
    std::vector<std::vector<double>> had(n, std::vector<double>(n, 0));  // [w][v]: units of w's shared text that v has
    std::vector<char> counts(likeness_.size(), 0);
    for (const auto& text : texts_) {
      for (std::size_t i = 0; i < text.sentences.size(); ++i)
        counts[text.sentences[i]] = text.standings[i] == Standing::shared;
    }
    each_share([&](std::uint32_t k, std::uint32_t v, double share) {
      if (counts[k]) had[likeness_.place(k).witness][v] += share * units(k);
    });
    std::vector<TextAffinity> affinities(n);
    for (std::uint32_t w = 0; w < n; ++w) {
      auto& affinity = affinities[w];
      const auto& mine = amounts[w];
      if (mine.once() == 0) continue;
      affinity.units = static_cast<std::uint32_t>(mine.once());
      affinity.kept = mine.kept / mine.once();
      affinity.added = mine.added / mine.once();
      affinity.repeated = mine.repeated / (mine.once() + mine.repeated);
      for (std::uint32_t v = 0; v < n; ++v) {
        if (v == w) continue;
        const double theirs = amounts[v].shared + amounts[v].kept, of_mine = mine.shared + mine.added;
        const double of_both = ((theirs > 0 ? had[v][w] / theirs : 0) + (of_mine > 0 ? had[w][v] / of_mine : 0)) / 2;
        affinity.agreement += of_both;
        affinity.closest = std::max(affinity.closest, of_both);
      }
      if (n > 1) affinity.agreement /= static_cast<double>(n - 1);
    }
    return affinities;
  }

  [[nodiscard]] std::vector<NearSentences> near_sentences() const {
    std::vector<NearSentences> near;
    for (const auto k : texts_[0].sentences) {
      for (const auto partner : likeness_.near(k)) {
        for (const auto m : likeness_.equals(partner)) {
          if (likeness_.place(m).witness == 0) continue;
          near.push_back({likeness_.place(k).sentence, likeness_.place(m).sentence});
          break;
        }
      }
    }
    return near;
  }

  std::span<const Witness> witnesses_;
  unsigned threads_;
  Likeness likeness_;
  std::vector<Text> texts_;
  std::vector<char> had_;          // by sentence: another text has it
  std::vector<ShingleSet> stems_;  // by sentence, of an alphabet: its longer words
};

}  // namespace

Affinity find_affinity(std::span<const Witness> witnesses, unsigned threads) {
  return AffinityFinder(witnesses, threads).run();
}

}  // namespace yiwen
