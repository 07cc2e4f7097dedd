// SPDX-License-Identifier: Apache-2.0
#include "segment/torn_sentences.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/char_class.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "segment/cut_sentences.h"
#include "segment/sentence_breaks.h"
#include "segment/units.h"

namespace yiwen {

namespace {

// Characters around the break that the other text must have without it: half of them on either side, or more on one
// where the other half is shorter. In a story, so many in a row stand in one place. Range 10-16.
constexpr std::uint32_t kAround = 12;
constexpr std::uint32_t kLeastAround = 8;
// Of these, the first ones are looked up, the rest compared. At most kLeastAround.
constexpr std::uint32_t kLookedUp = 8;
// Blocks between the halves: a few notes at the foot of a page, a running head, the number of the page. Range 4-8.
constexpr std::uint32_t kMostBetween = 6;
// The same in characters (text_length), what is known to be no story not counted. What is longer may be a paragraph
// that an editor put in. Range 60-100.
constexpr std::uint32_t kLongestBetween = 80;
// Shorter lines are the same only as wholes: half a date or a number stands in any text.
constexpr std::uint32_t kLeastPart = 4;

// Two blocks that may have the halves of a sentence.
struct Candidate {
  std::uint32_t text = 0;
  TornSentence torn;
  TextRange<Normal> before, behind;  // the characters around the break
};

bool may_be_half(const Block& block) { return block.kind == BlockKind::body || block.kind == BlockKind::heading; }

bool is_comma(char32_t c) {
  const char32_t mark = horizontal_mark(c);
  return mark == ',' || mark == U'，' || mark == U'、';
}

std::string_view slice(std::string_view text, TextRange<SourceText> range) {
  return text.substr(range.begin, range.size());
}

// A colon announces what follows, and a semicolon ends an item of a list.
bool parts_items(std::string_view marks) {
  for (std::uint32_t at = 0; at < marks.size();) {
    const char32_t c = next_code_point(marks, at);
    if (c == ':' || c == U'：' || c == ';' || c == U'；') return true;
  }
  return false;
}

class Finder {
 public:
  explicit Finder(std::span<const SegmentedText> texts) : texts_(texts), stops_(texts.size(), 0) {
    for (std::uint32_t w = 0; w < texts.size(); ++w) {
      stops_[w] = ends_paragraphs_with_stops(texts[w].text, *texts[w].article) ? 1 : 0;
      add_candidates(w);
    }
    for (std::uint32_t c = 0; c < candidates_.size(); ++c)
      by_hash_[hash64(words_around(c).substr(0, kLookedUp))].push_back(c);
  }

  [[nodiscard]] bool has_candidates() const { return !candidates_.empty(); }
  [[nodiscard]] const Candidate& candidate(std::uint32_t c) const { return candidates_[c]; }

  // The candidates that the text has whole, without what stands between their halves.
  [[nodiscard]] std::vector<std::uint32_t> whole_in(std::uint32_t w) const {
    std::vector<std::uint32_t> found;
    const std::u32string_view chars = texts_[w].normal->chars;
    for (std::uint32_t at = 0; at + kLookedUp <= chars.size(); ++at) {
      const auto same = by_hash_.find(hash64(chars.substr(at, kLookedUp)));
      if (same == by_hash_.end()) continue;
      for (const std::uint32_t c : same->second) {
        const Candidate& candidate = candidates_[c];
        if (candidate.text == w || !chars.substr(at).starts_with(words_around(c))) continue;
        if (is_inside_sentence(candidate, w, at + candidate.before.size()) && is_foreign_to(candidate, w))
          found.push_back(c);
      }
    }
    return found;
  }

 private:
  void add_candidates(std::uint32_t w) {
    const SegmentedText& text = texts_[w];
    const auto& blocks = text.article->blocks;
    for (std::uint32_t above = 0; above < blocks.size(); ++above) {
      const std::string_view upper = slice(text.text, blocks[above].range);
      if (!may_be_half(blocks[above]) || ends_with_stop(upper)) continue;
      auto end = static_cast<std::uint32_t>(upper.size());
      const auto last = end;
      static_cast<void>(previous_code_point(upper, end));
      if (parts_items(upper.substr(end, last - end))) continue;
      std::uint32_t between = 0;
      for (std::uint32_t below = above + 2; below < blocks.size() && below - above <= kMostBetween + 1; ++below) {
        const Block& line = blocks[below - 1];
        if (line.kind == BlockKind::caption) break;
        if (!is_noise(line.kind)) between += text_length(*text.normal, text.normal->to_normal(line.range));
        if (between > kLongestBetween) break;
        if (may_be_half(blocks[below])) add_candidate(w, above, below);
      }
    }
  }

  void add_candidate(std::uint32_t w, std::uint32_t above, std::uint32_t below) {
    const NormalText& normal = *texts_[w].normal;
    const auto upper = normal.to_normal(texts_[w].article->blocks[above].range);
    const auto lower = normal.to_normal(texts_[w].article->blocks[below].range);
    if (upper.empty() || lower.empty()) return;
    const auto before = std::min(upper.size(), kAround - std::min(lower.size(), kAround / 2));
    const auto behind = std::min(lower.size(), kAround - before);
    if (before + behind < kLeastAround) return;
    candidates_.push_back({w, {above, below}, {upper.end - before, upper.end}, {lower.begin, lower.begin + behind}});
  }

  [[nodiscard]] std::u32string words_around(std::uint32_t c) const {
    const Candidate& candidate = candidates_[c];
    const NormalText& normal = *texts_[candidate.text].normal;
    std::u32string words(normal.slice(candidate.before));
    return words.append(normal.slice(candidate.behind));
  }

  // Whether both halves are one sentence in the text, which has them at `at`. Between two clauses of it, the break may
  // be an editor's who makes lines of them: not where the torn text closes its paragraphs otherwise.
  [[nodiscard]] bool is_inside_sentence(const Candidate& candidate, std::uint32_t w, std::uint32_t at) const {
    const SegmentedText& whole = texts_[w];
    const auto sentence = std::partition_point(whole.sentences->begin(), whole.sentences->end(),
                                               [&](const Sentence& s) { return s.normal.end <= at; });
    if (sentence == whole.sentences->end() || sentence->kind != BlockKind::body || sentence->normal.begin >= at)
      return false;
    const auto& from = whole.normal->from;
    if (parts_items(slice(whole.text, {from[at - 1].end, from[at].begin}))) return false;
    if (!whole.normal->clause_begins(at)) return true;
    auto end = texts_[candidate.text].article->blocks[candidate.torn.above].range.end;
    return stops_[candidate.text] != 0 || is_comma(previous_code_point(texts_[candidate.text].text, end));
  }

  // Whether the text has nothing of what stands between the halves. The head of a page may be the title of the story.
  [[nodiscard]] bool is_foreign_to(const Candidate& candidate, std::uint32_t w) const {
    const SegmentedText &torn = texts_[candidate.text], &whole = texts_[w];
    for (auto b = candidate.torn.above + 1; b < candidate.torn.below; ++b) {
      const Block& block = torn.article->blocks[b];
      if (is_noise(block.kind)) continue;
      const auto words = torn.normal->slice(torn.normal->to_normal(block.range));
      for (const Sentence& sentence : *whole.sentences) {
        if (sentence.kind != BlockKind::body && sentence.kind != BlockKind::heading) continue;
        const auto others = whole.normal->slice(sentence.normal);
        if (words == others) return false;
        if (words.size() >= kLeastPart && others.find(words) != others.npos) return false;
        if (others.size() >= kLeastPart && words.find(others) != words.npos) return false;
      }
    }
    return true;
  }

  std::span<const SegmentedText> texts_;
  std::vector<char> stops_;  // by text: it ends its paragraphs with stops
  std::vector<Candidate> candidates_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_hash_;
};

}  // namespace

std::vector<std::vector<TornSentence>> find_torn_sentences(std::span<const SegmentedText> texts, unsigned threads) {
  std::vector<std::vector<TornSentence>> torn(texts.size());
  const Finder finder(texts);
  if (!finder.has_candidates()) return torn;
  std::vector<std::vector<std::uint32_t>> found(texts.size());
  parallel_for(texts.size(), threads,
               [&](std::size_t w) { found[w] = finder.whole_in(static_cast<std::uint32_t>(w)); });
  std::vector<std::uint32_t> all;  // candidates are in order of their texts and places
  for (const auto& some : found) all.insert(all.end(), some.begin(), some.end());
  std::sort(all.begin(), all.end());
  for (const std::uint32_t c : all) {
    const Candidate& candidate = finder.candidate(c);
    auto& list = torn[candidate.text];
    if (list.empty() || candidate.torn.above >= list.back().below) list.push_back(candidate.torn);
  }
  return torn;
}

void set_aside_between(std::span<const TornSentence> torn, Article& article) {
  for (const TornSentence& sentence : torn) {
    for (auto b = sentence.above + 1; b < sentence.below; ++b) {
      Block& line = article.blocks[b];
      if (!is_noise(line.kind)) line.kind = BlockKind::navigation;
      if (article.title && line.range.contains(*article.title)) article.title.reset();
    }
  }
}

}  // namespace yiwen
