// SPDX-License-Identifier: Apache-2.0
#include "segment/torn_sentences.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

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

// A title of fewer characters may stand in any story. At least kLookedUp. Range 8-12.
constexpr std::uint32_t kLeastTitle = 8;

// Two blocks that may have the halves of a sentence.
struct Candidate {
  std::uint32_t text = 0;
  Seam seam;
  TextRange<Normal> before, behind;  // the characters around the break
};

bool may_be_half(const Block& block) { return block.kind == BlockKind::body || block.kind == BlockKind::heading; }

// A long paragraph, or the first words of one, which look like a heading.
bool is_long(const Block& block) { return may_be_half(block) && is_long_paragraph({block.range, BlockKind::body}); }

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

bool holds_clause_begin(const NormalText& normal, TextRange<Normal> words) {
  for (auto at = words.begin + 1; at < words.end; ++at)
    if (normal.clause_begins(at)) return true;
  return false;
}

// What stands between the halves and is not known to be noise.
std::u32string lines_between(const SegmentedText& text, const Seam& seam) {
  std::u32string lines;
  for (auto b = seam.above + 1; b < seam.below; ++b) {
    const Block& block = text.article->blocks[b];
    if (!is_noise(block.kind)) lines += text.normal->slice(text.normal->to_normal(block.range));
  }
  return lines;
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
    for (std::uint32_t w = 0; w < texts.size(); ++w) add_joints(w);
    for (std::uint32_t w = 0; w < texts.size(); ++w) add_title(w);
    for (std::uint32_t j = 0; j < joints_.size(); ++j) {
      const NormalText& normal = *texts[joints_[j].text].normal;
      joints_by_hash_[hash64(normal.slice(joints_[j].before))].push_back({j, true});
      joints_by_hash_[hash64(normal.slice(joints_[j].behind))].push_back({j, false});
    }
  }

  [[nodiscard]] const Candidate& candidate(std::uint32_t c) const { return candidates_[c]; }
  [[nodiscard]] const Candidate& joint(std::uint32_t j) const { return joints_[j]; }

  struct Head {
    std::u32string digits;
    Seam seam;
  };

  // Whether the other long paragraphs of the text all end with stops.
  [[nodiscard]] bool others_end_with_stops(std::uint32_t w, const std::vector<Head>& heads) const {
    const auto& blocks = texts_[w].article->blocks;
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const bool torn = std::any_of(heads.begin(), heads.end(), [&](const Head& head) { return head.seam.above == b; });
      if (!torn && is_long_paragraph(blocks[b]) && !ends_with_stop(slice(texts_[w].text, blocks[b].range)))
        return false;
    }
    return true;
  }

  // The breaks of texts whose paragraphs end with stops, at which a paragraph breaks off, and lines stand that another
  // such break of the text has with another number.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, Seam>> repeated_heads() const {
    std::map<std::pair<std::uint32_t, std::u32string>, std::vector<Head>> by_words;
    for (const Candidate& candidate : candidates_) {
      const SegmentedText& text = texts_[candidate.text];
      const auto& blocks = text.article->blocks;
      const bool running =
          is_long(blocks[candidate.seam.above]) && blocks[candidate.seam.below].kind == BlockKind::body;
      if (!running) continue;
      Head head{{}, candidate.seam};
      std::u32string words;
      for (const char32_t c : lines_between(text, candidate.seam)) (is_digit(c) ? head.digits : words).push_back(c);
      if (!words.empty() && !head.digits.empty()) by_words[{candidate.text, words}].push_back(std::move(head));
    }
    std::vector<std::pair<std::uint32_t, Seam>> found;
    for (const auto& [place, heads] : by_words) {
      const bool counted =
          std::any_of(heads.begin(), heads.end(), [&](const Head& h) { return h.digits != heads[0].digits; });
      if (!counted || !others_end_with_stops(place.first, heads)) continue;
      for (const Head& head : heads) found.emplace_back(place.first, head.seam);
    }
    return found;
  }

  // What a text tells of the breaks of others, as indices.
  struct Told {
    std::vector<std::uint32_t> torn;          // candidates that it has whole, without what stands between their halves
    std::vector<std::uint32_t> apart, whole;  // joints that it has in two sentences, and in one
    std::vector<std::uint32_t> in_story, title;  // texts of which it has the title as a piece of a sentence, and as its
  };

  [[nodiscard]] Told told_by(std::uint32_t w) const {
    Told told;
    if (candidates_.empty() && joints_.empty() && titles_.empty()) return told;
    std::vector<Joint> joints;
    const std::u32string_view chars = texts_[w].normal->chars;
    for (std::uint32_t at = 0; at + kLookedUp <= chars.size(); ++at) {
      const auto hash = hash64(chars.substr(at, kLookedUp));
      if (const auto same = by_hash_.find(hash); same != by_hash_.end()) {
        for (const std::uint32_t c : same->second) {
          const Candidate& candidate = candidates_[c];
          if (candidate.text == w || !chars.substr(at).starts_with(words_around(c))) continue;
          if (is_inside_sentence(candidate, w, at + candidate.before.size()) && is_foreign_to(candidate, w))
            told.torn.push_back(c);
        }
      }
      if (const auto same = titles_by_hash_.find(hash); same != titles_by_hash_.end()) {
        for (const std::uint32_t t : same->second) note_title(w, at, titles_[t], told);
      }
      if (const auto same = joints_by_hash_.find(hash); same != joints_by_hash_.end()) {
        for (const auto& [j, before] : same->second) {
          const auto& words = before ? joints_[j].before : joints_[j].behind;
          if (joints_[j].text == w || chars.substr(at, kLookedUp) != texts_[joints_[j].text].normal->slice(words))
            continue;
          joints.push_back({j, before, before ? at + kLookedUp : at});
        }
      }
    }
    std::sort(joints.begin(), joints.end());
    for (std::size_t i = 0; i < joints.size();) {
      auto end = i;
      while (end < joints.size() && joints[end].index == joints[i].index) ++end;
      // Once each: words that stand in two places of the text tell nothing.
      if (end - i == 2 && joints[i].before != joints[i + 1].before) {
        const auto above = joints[i + 1].at, below = joints[i].at;  // false sorts first
        const auto upper = sentence_at(w, above - 1), lower = sentence_at(w, below);
        if (upper && lower) (upper == lower ? told.whole : told.apart).push_back(joints[i].index);
      }
      i = end;
    }
    return told;
  }

 private:
  // One side of a joint, found in a text.
  struct Joint {
    std::uint32_t index;
    bool before;
    std::uint32_t at;  // where the words before the break end, or those behind it begin

    friend auto operator<=>(const Joint&, const Joint&) = default;
  };

  struct Title {
    std::uint32_t text;
    std::u32string_view words;
  };

  // The sentences that segment() made over breaks.
  void add_joints(std::uint32_t w) {
    const auto& blocks = texts_[w].article->blocks;
    const NormalText& normal = *texts_[w].normal;
    for (const Sentence& sentence : *texts_[w].sentences) {
      auto above = sentence.block;
      for (auto below = above + 1; below < blocks.size() && blocks[below].range.begin < sentence.range.end; ++below) {
        if (is_noise(blocks[below].kind)) continue;
        const auto upper = normal.to_normal(blocks[above].range), lower = normal.to_normal(blocks[below].range);
        if (upper.size() >= kLookedUp && lower.size() >= kLookedUp) {
          joints_.push_back(
              {w, {above, below}, {upper.end - kLookedUp, upper.end}, {lower.begin, lower.begin + kLookedUp}});
        }
        above = below;
      }
    }
  }

  // A title that the story does not say again; headlines are made of its words, but the story keeps them.
  void add_title(std::uint32_t w) {
    const SegmentedText& text = texts_[w];
    if (!text.article->title) return;
    const auto words = text.normal->slice(text.normal->to_normal(*text.article->title));
    const bool said_again = std::any_of(text.sentences->begin(), text.sentences->end(), [&](const Sentence& sentence) {
      return sentence.kind != BlockKind::title &&
             text.normal->slice(sentence.normal).find(words) != std::u32string_view::npos;
    });
    if (words.size() < kLeastTitle || said_again) return;
    titles_by_hash_[hash64(words.substr(0, kLookedUp))].push_back(static_cast<std::uint32_t>(titles_.size()));
    titles_.push_back({w, words});
  }

  // Whether the text `w` has, at a place, the title of another one as its own, or as a piece of a sentence that begins
  // and ends inside clauses and has more than one: a headline may repeat a clause of the story.
  void note_title(std::uint32_t w, std::uint32_t at, const Title& title, Told& told) const {
    const NormalText& normal = *texts_[w].normal;
    if (title.text == w || !std::u32string_view(normal.chars).substr(at).starts_with(title.words)) return;
    const auto end = at + static_cast<std::uint32_t>(title.words.size());
    const Sentence* sentence = sentence_at(w, at);
    if (!sentence) {
      told.title.push_back(title.text);
    } else if (end <= sentence->normal.end && !normal.clause_begins(at) && !normal.clause_begins(end) &&
               holds_clause_begin(normal, {at, end})) {
      told.in_story.push_back(title.text);
    }
  }

  // The sentence that has the character; none where it is no story.
  [[nodiscard]] const Sentence* sentence_at(std::uint32_t w, std::uint32_t at) const {
    const auto& sentences = *texts_[w].sentences;
    const auto found =
        std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.normal.end <= at; });
    const bool has = found != sentences.end() && found->normal.begin <= at && found->kind == BlockKind::body;
    return has ? &*found : nullptr;
  }

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
    const Sentence* sentence = sentence_at(w, at);
    if (!sentence || sentence->normal.begin >= at) return false;
    const auto& from = whole.normal->from;
    if (parts_items(slice(whole.text, {from[at - 1].end, from[at].begin}))) return false;
    if (!whole.normal->clause_begins(at)) return true;
    auto end = texts_[candidate.text].article->blocks[candidate.seam.above].range.end;
    return stops_[candidate.text] != 0 || is_comma(previous_code_point(texts_[candidate.text].text, end));
  }

  // Whether the text has nothing of what stands between the halves. The head of a page may be the title of the story.
  [[nodiscard]] bool is_foreign_to(const Candidate& candidate, std::uint32_t w) const {
    const SegmentedText &torn = texts_[candidate.text], &whole = texts_[w];
    for (auto b = candidate.seam.above + 1; b < candidate.seam.below; ++b) {
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
  std::vector<char> stops_;                     // by text: it ends its paragraphs with stops
  std::vector<Candidate> candidates_, joints_;  // in order of their texts and places
  std::vector<Title> titles_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_hash_, titles_by_hash_;
  std::unordered_map<std::uint64_t, std::vector<std::pair<std::uint32_t, bool>>> joints_by_hash_;  // true: before
};

}  // namespace

namespace {

// Lines that interrupt sentence after sentence, each time others, are no heads of pages, but a translation, say,
// between the lines. More than kMostOwn such breaks count only where there are fewer than one in kFewBlocks blocks.
// Ranges 3-6, 5-10.
constexpr std::size_t kMostOwn = 3;
constexpr std::size_t kFewBlocks = 6;

// Without the number of the page.
std::u32string words_between(const SegmentedText& text, const Seam& seam) {
  auto words = lines_between(text, seam);
  std::erase_if(words, is_digit);
  return words;
}

void drop_translations(const SegmentedText& text, std::vector<Seam>& torn) {
  std::map<std::u32string, int> times;
  for (const Seam& seam : torn) ++times[words_between(text, seam)];
  const auto is_own = [&](const Seam& seam) {
    const auto lines = words_between(text, seam);
    return !lines.empty() && times[lines] == 1;
  };
  const auto own = static_cast<std::size_t>(std::count_if(torn.begin(), torn.end(), is_own));
  if (own > kMostOwn && own * kFewBlocks > text.article->blocks.size()) std::erase_if(torn, is_own);
}

}  // namespace

std::vector<Seams> find_seams(std::span<const SegmentedText> texts, unsigned threads) {
  const Finder finder(texts);
  std::vector<Finder::Told> told(texts.size());
  parallel_for(texts.size(), threads, [&](std::size_t w) { told[w] = finder.told_by(static_cast<std::uint32_t>(w)); });
  const auto all = [&](std::vector<std::uint32_t> Finder::Told::*kind) {
    std::vector<std::uint32_t> indices;
    for (const auto& some : told) indices.insert(indices.end(), (some.*kind).begin(), (some.*kind).end());
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    return indices;
  };
  std::vector<Seams> seams(texts.size());
  for (const std::uint32_t c : all(&Finder::Told::torn)) {
    auto& torn = seams[finder.candidate(c).text].torn;
    if (torn.empty() || finder.candidate(c).seam.above >= torn.back().below) torn.push_back(finder.candidate(c).seam);
  }
  for (std::size_t w = 0; w < texts.size(); ++w) drop_translations(texts[w], seams[w].torn);
  for (const auto& [w, seam] : finder.repeated_heads()) {
    for (auto b = seam.above + 1; b < seam.below; ++b) seams[w].furniture.push_back(b);
  }
  const auto titles = all(&Finder::Told::title);
  for (const std::uint32_t w : all(&Finder::Told::in_story))
    seams[w].story_as_title = !std::binary_search(titles.begin(), titles.end(), w);
  const auto whole = all(&Finder::Told::whole);
  for (const std::uint32_t j : all(&Finder::Told::apart)) {
    auto& found = seams[finder.joint(j).text];
    const Seam seam = finder.joint(j).seam;
    const bool torn = std::find(found.torn.begin(), found.torn.end(), seam) != found.torn.end();
    if (!torn && !std::binary_search(whole.begin(), whole.end(), j)) found.apart.push_back(seam);
  }
  return seams;
}

void correct_blocks(const Seams& seams, Article& article) {
  if (seams.story_as_title) {
    for (Block& block : article.blocks)
      if (block.kind == BlockKind::title) block.kind = BlockKind::body;
    article.title.reset();
  }
  for (const std::uint32_t b : seams.furniture) {
    if (!is_noise(article.blocks[b].kind)) article.blocks[b].kind = BlockKind::navigation;
  }
  for (const Seam& sentence : seams.torn) {
    for (auto b = sentence.above + 1; b < sentence.below; ++b) {
      Block& line = article.blocks[b];
      if (!is_noise(line.kind)) line.kind = BlockKind::navigation;
      if (article.title && line.range.contains(*article.title)) article.title.reset();
    }
  }
}

}  // namespace yiwen
