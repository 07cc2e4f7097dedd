// SPDX-License-Identifier: Apache-2.0
//
// A scanner of our own, and not ICU's sentence breaks: those cut 他说:“好!”|然后走了 and Mr. |Smith, take the point of
// a list mark and the ? of damaged text for a stop, and know nothing of the pairs of quotes. What ICU knows better,
// which marks end sentences in the scripts of the world (। ։ ؟), is asked of its character database.
//
// One walk over the paragraph. At each run of terminators (？！, ……) with the closing quotes behind it:
//
//   inside brackets or a book title   《谁是英雄?》是一部电影         goes on
//   inside quotes that stay open      他说:“今天开工。|明天完工。”   ends, if both pieces are long enough to stand
//   alone behind quotes that closed         “来了!”他说。 喊着“加油!”前进  goes on before what continues a sentence a
//   point                           41.7, Mr. Smith, www.         ends only where it is a full stop an ellipsis
//   机器人……都来了                 goes on, unless a sentence visibly begins else ends
//
// Two reprints are cut by the same rules, so a doubtful case does little harm as long as it does not depend on script,
// width or the style of the quotes. Cost: linear.
#include "segment/sentence_breaks.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/char_class.h"
#include "base/markup.h"
#include "base/utf8.h"
#include "segment/abbreviations.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
// Inside quotes, shorter pieces (in characters) stay with their neighbours: “好!走!”
constexpr std::size_t kShortestQuoted = 6;
// A bracket or an embedded quotation longer than this is a passage, and its sentences end as others do.
constexpr std::size_t kLongestAside = 80;
// Between a quotation and the verb that says whose it was: 公司总经理张三说.
constexpr std::size_t kAttributionReach = 16;
// Marks that opened and never closed are forgotten so far up: keeps the search for a partner linear.
constexpr std::size_t kDeepestNesting = 16;

constexpr Chars kOpening = U"“‘「『（(【〔[［《〈｢";
constexpr Chars kClosing = U"”’」』）)】〕]］》〉｣";
constexpr Chars kOpeningQuotes = U"“‘「『｢\"";
constexpr Chars kGoesOn = U"，,、；;：:。．.！!？?…—-～~";

bool in(Chars set, char32_t c) { return set.find(c) != Chars::npos; }

bool is_ellipsis(char32_t c) { return c == U'…' || c == U'⋯' || c == U'‥'; }
bool is_point(char32_t c) { return c == '.' || c == U'．'; }
bool is_mark(char32_t c) {
  if (c == '!' || c == '?') return true;
  return c >= 0x80 && !is_point(c) && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0;
}
bool is_terminator(char32_t c) { return is_point(c) || is_ellipsis(c) || is_mark(c); }
bool is_small(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
// Scripts without spaces between words.
bool is_particle_script(char32_t c) {
  return (c >= 0x3040 && c <= 0x309F) || (c >= 0xAC00 && c <= 0xD7A3);
}  // Hiragana, Hangul
bool is_unspaced(char32_t c) { return is_han(c) || (c >= 0x3040 && c <= 0x30FF); }

class Scanner {
 public:
  Scanner(std::string_view text, TextRange<SourceText> paragraph, std::span<const Damage> damage) {
    for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
      at_.push_back(at);
      // &rdquo; closes a quotation as the mark that it stands for does.
      const auto entity = text[at] == '&' || text[at] == '\\' ? entity_at(text, at) : std::nullopt;
      chars_.push_back(horizontal_mark(entity ? entity->character : next_code_point(text, at)));
      if (entity) at = std::min(entity->end, paragraph.end);
    }
    at_.push_back(paragraph.end);
    find_pairs();
    find_surroundings();
    mark_damage(damage);
  }

  std::vector<TextRange<SourceText>> scan() {
    begin_ = skip_space(0);
    for (std::size_t i = begin_; i < size();) {
      if (!is_terminator(chars_[i])) {
        ++i;
        continue;
      }
      const std::size_t run_end = behind_run(i);
      const std::size_t end = behind_closing(run_end);
      if (skip_space(end) < size() && ends_sentence(i, run_end, end)) {
        close(end);
        begin_ = skip_space(end);
      }
      i = end;
    }
    close(size());
    return std::move(sentences_);
  }

 private:
  [[nodiscard]] std::size_t size() const { return chars_.size(); }
  [[nodiscard]] char32_t char_at(std::size_t i) const { return i < size() ? chars_[i] : 0; }
  [[nodiscard]] Chars from(std::size_t i) const { return Chars(chars_).substr(std::min(i, size())); }

  [[nodiscard]] std::size_t skip_space(std::size_t i) const {
    while (i < size() && (is_space(chars_[i]) || is_invisible(chars_[i]))) ++i;
    return i;
  }

  // A piece without a letter or digit goes to the sentence before it, or waits for the one behind it.
  void close(std::size_t end) {
    while (end > begin_ && (is_space(chars_[end - 1]) || is_invisible(chars_[end - 1]))) --end;
    if (end <= begin_) return;
    const bool has_words = std::any_of(chars_.begin() + static_cast<std::ptrdiff_t>(begin_),
                                       chars_.begin() + static_cast<std::ptrdiff_t>(end), is_word);
    if (has_words) {
      sentences_.push_back({waiting_ == kNone ? at_[begin_] : at_[waiting_], at_[end]});
      waiting_ = kNone;
    } else if (!sentences_.empty()) {
      sentences_.back().end = at_[end];
    } else if (waiting_ == kNone) {
      waiting_ = begin_;
    }
  }

  // ---- pairs of quotes and brackets

  void find_pairs() {
    close_of_.assign(size(), kNone);
    open_of_.assign(size(), kNone);
    std::vector<std::size_t> open;
    std::size_t straight = kNone;  // the "..." that is open
    for (std::size_t i = 0; i < size(); ++i) {
      const char32_t c = chars_[i];
      if (c == '"' || c == U'＂') {
        if (straight == kNone)
          straight = i;
        else
          pair(straight, i), straight = kNone;
      } else if (in(kOpening, c)) {
        open.push_back(i);
      } else if (const std::size_t kind = kClosing.find(c); kind != Chars::npos) {
        const std::size_t deepest = open.size() > kDeepestNesting ? open.size() - kDeepestNesting : 0;
        for (std::size_t k = open.size(); k > deepest; --k) {
          if (chars_[open[k - 1]] != kOpening[kind]) continue;
          pair(open[k - 1], i);
          open.resize(k - 1);
          break;
        }
      }
    }
  }
  void find_surroundings() {
    around_.assign(size() + 1, kNone);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < size(); ++i) {
      while (!open.empty() && close_of_[open.back()] < i) open.pop_back();
      around_[i] = open.empty() ? kNone : open.back();
      if (close_of_[i] != kNone) open.push_back(i);
    }
  }
  void pair(std::size_t open, std::size_t close) {
    close_of_[open] = close;
    open_of_[close] = open;
  }

  // The innermost pair that opened before `at` and closes at it or behind it.
  [[nodiscard]] std::size_t open_pair(std::size_t at) const { return around_[at]; }

  // ---- the parts of an end

  [[nodiscard]] std::size_t behind_run(std::size_t i) const {
    while (i < size() && is_terminator(chars_[i])) ++i;
    return i;
  }

  [[nodiscard]] std::size_t behind_closing(std::size_t i) const {
    while (i < size()) {
      const char32_t c = chars_[i];
      const bool straight = (c == '"' || c == U'＂') && open_of_[i] != kNone;
      const bool apostrophe = c == '\'' && (i + 1 == size() || is_space(chars_[i + 1]) || in(kClosing, chars_[i + 1]));
      if (in(kClosing, c) || straight || apostrophe) {
        ++i;
      } else if (in(U"[〔［", c) && is_digit(char_at(i + 1)) && close_of_[i] != kNone && close_of_[i] - i <= 4) {
        i = close_of_[i] + 1;  // the number of a footnote
      } else if (is_circled_number(c) && skip_space(i + 1) == size()) {
        ++i;  // the same; elsewhere it counts the next point
      } else {
        break;
      }
    }
    return i;
  }

  // ---- does the sentence end between the terminators [i, run_end), closed up to end, and what follows?

  [[nodiscard]] bool ends_sentence(std::size_t i, std::size_t run_end, std::size_t end) const {
    // ?。 of 韩?。航: the sign for a byte that was lost, and the mark into which its neighbours made themselves.
    if (std::any_of(damaged_.begin() + static_cast<std::ptrdiff_t>(i),
                    damaged_.begin() + static_cast<std::ptrdiff_t>(run_end), [](auto damaged) { return damaged; }))
      return false;
    const std::size_t next = skip_space(end);
    const bool spaced = next > end;
    const char32_t follows = chars_[next];
    const bool soft = std::all_of(chars_.begin() + static_cast<std::ptrdiff_t>(i),
                                  chars_.begin() + static_cast<std::ptrdiff_t>(run_end),
                                  [](char32_t c) { return is_ellipsis(c) || is_point(c); }) &&
                      (is_ellipsis(chars_[i]) || run_end - i >= 3);
    if (!soft && is_point(chars_[i]) && run_end - i == 1 && !is_full_stop(i, end)) return false;
    if (in(kGoesOn, follows) && !(spaced && (follows == '-' || follows == U'—'))) return false;
    if (is_small(follows)) {
      // Small letters go on, spaced or not (Why? he asked); behind a Chinese mark only pinyin does: 潛?jié)力.
      if (is_latin(char_at(i - (i > 0 ? 1 : 0))) || soft || chars_[i] == '?' || is_point(chars_[i])) return false;
    }
    const bool ascii_mark = chars_[i] == '?' || chars_[i] == '!';
    if (!spaced && end == run_end && ascii_mark && i > 0 && chars_[i - 1] < 0x80 && follows < 0x80 && is_word(follows))
      return false;  // an address: ?id=
    const bool closed = end > run_end;
    if (const std::size_t open = open_pair(end); open != kNone && !ends_inside(open, i, end)) return false;
    if (closed) return ends_behind_quotes(i, run_end, next, soft);
    if (soft)
      return spaced && (is_capital(follows) || in(kOpeningQuotes, follows)) && i > 0 && !is_unspaced(chars_[i - 1]);
    return true;
  }

  [[nodiscard]] bool ends_inside(std::size_t open, std::size_t i, std::size_t end) const {
    const std::size_t shut = close_of_[open];
    const bool quote = in(kOpeningQuotes, chars_[open]) || chars_[open] == U'＂';
    if (shut - open > kLongestAside) return true;
    if (!quote) return open <= begin_ && chars_[open] != U'《' && chars_[open] != U'〈';
    if (i - std::max(open, begin_) < kShortestQuoted || shut - end < kShortestQuoted) return false;
    if (open > begin_ && !introduces_speech(open)) {
      // Embedded in a sentence of its own: does that one go on behind it?
      const std::size_t behind = skip_space(shut + 1);
      if (behind < size() && !is_terminator(chars_[shut - 1])) return false;
      if (behind < size() && continues_sentence(behind, open)) return false;
    }
    return true;
  }

  // 他说:“ or She said, "
  [[nodiscard]] bool introduces_speech(std::size_t open) const {
    std::size_t i = open;
    while (i > begin_ && is_space(chars_[i - 1])) --i;
    return i > begin_ && in(U"：:，,", chars_[i - 1]);
  }

  [[nodiscard]] bool ends_behind_quotes(std::size_t i, std::size_t run_end, std::size_t next, bool soft) const {
    const std::size_t open = open_of_[run_end];
    if (open == kNone) return true;
    const bool quote = in(kOpeningQuotes, chars_[open]) || chars_[open] == U'＂';
    if (!quote) {
      // (他笑道!)的 or 《谁是英雄?》是: a bracket in the middle of a sentence; at its begin it is a sentence of its
      // own.
      return open <= begin_ && chars_[open] != U'《' && chars_[open] != U'〈';
    }
    const bool at_begin = open <= begin_;
    const bool speech = at_begin || introduces_speech(open);
    if (!speech && !is_full(chars_[i])) return !is_unspaced(chars_[next]) && !is_small(chars_[next]);
    if (soft && !speech) return false;
    return !continues_sentence(next, open);
  }

  static bool is_full(char32_t c) { return c == U'。' || c == U'｡' || is_point(c); }

  // Whether what begins at `next` continues the sentence whose quotation, opened at `open`, has just closed.
  [[nodiscard]] bool continues_sentence(std::size_t next, std::size_t open) const {
    // 「好。」と言った, "좋다."고 했다: particles stand right behind the quotation.
    if (next > 0 && !is_space(chars_[next - 1]) && is_particle_script(chars_[next])) return true;
    if (is_continuer(from(next))) return true;
    // “今年增长三成。”张三说: the quotation had nobody's name yet.
    return open <= begin_ && begins_with_attribution(from(next));
  }

  [[nodiscard]] static bool begins_with_attribution(Chars text) {
    constexpr Chars kVerbs = U"说說道问問称稱喊答表言";
    std::size_t i = 0;
    for (; i < text.size() && i < kAttributionReach; ++i) {
      if (in(kVerbs, text[i]) && i > 0 && (text[i] != U'表' || in(U"示", i + 1 < text.size() ? text[i + 1] : 0)))
        return true;
      if (!is_word(text[i]) && !is_space(text[i])) return false;
      if (in(kOpening, text[i])) return false;
    }
    return false;
  }

  // ---- points

  // chars_[i] is a single point: is it a full stop?
  [[nodiscard]] bool is_full_stop(std::size_t i, std::size_t end) const {
    if (i == 0) return false;
    const char32_t before = chars_[i - 1];
    const char32_t behind = char_at(i + 1);
    const bool open_behind = end > i + 1 || is_space(behind);
    if (is_unspaced(before)) return open_behind || is_unspaced(behind) || is_capital(behind) || in(kOpening, behind);
    if (is_digit(before)) return !is_cut_number(i) && ends_number(i, open_behind);
    if (is_latin(before)) {
      if (!open_behind && !is_unspaced(behind)) return false;
      return ends_latin_word(i);
    }
    return open_behind || is_unspaced(behind) || in(kOpening, behind);
  }

  // The line was wrapped behind the point of a number: 增长4.|2%. Only Chinese is wrapped anywhere.
  [[nodiscard]] bool is_cut_number(std::size_t i) const {
    constexpr std::size_t kReach = 16;  // of the number and the marks before it
    if (!is_line_break(char_at(i + 1)) || !is_digit(char_at(skip_space(i + 1)))) return false;
    std::size_t before = i;
    while (before > begin_ && i - before < kReach && (is_digit(chars_[before - 1]) || !is_word(chars_[before - 1])))
      --before;
    return before > begin_ && is_han(chars_[before - 1]);
  }

  // 增长41.7.同时 ends a sentence; 1.加强 and 1. First are list marks.
  [[nodiscard]] bool ends_number(std::size_t i, bool open_behind) const {
    if (!open_behind && !is_unspaced(char_at(i + 1))) return false;
    std::size_t number = i;
    while (number > begin_ && (is_digit(chars_[number - 1]) ||
                               (is_point(chars_[number - 1]) && number > begin_ + 1 && is_digit(chars_[number - 2]))))
      --number;
    std::size_t before = number;
    while (before > begin_ && is_space(chars_[before - 1])) --before;
    if (before == begin_) return false;
    // Behind a word, or behind an abbreviation: No. 5.
    const bool abbreviated = before > begin_ + 1 && is_point(chars_[before - 1]) && is_latin(chars_[before - 2]);
    if (before < number) return open_behind && (is_word(chars_[before - 1]) || abbreviated);
    return is_word(chars_[number - 1]) || in(U"-–$€£¥%", chars_[number - 1]);
  }

  [[nodiscard]] bool ends_latin_word(std::size_t i) const {
    std::size_t word = i;
    while (word > begin_ &&
           (is_latin(chars_[word - 1]) || (chars_[word - 1] == '.' && word > begin_ + 1 && is_latin(chars_[word - 2]))))
      --word;
    const Chars token = Chars(chars_).substr(word, i - word);
    const std::size_t next = skip_space(i + 1);
    const Chars rest = from(next);
    const bool dotted = token.find('.') != Chars::npos;
    const bool initial = token.size() == 1 && is_capital(token[0]);
    if (initial && word == begin_) return false;  // J. R. Smith, or the list mark A.
    if (dotted || initial) return begins_sentence_word(rest);
    if (precedes_number(token)) return rest.empty() || !is_digit(rest.front());
    return !is_abbreviation(token);
  }

  void mark_damage(std::span<const Damage> damage) {
    damaged_.assign(size(), false);
    auto spot = std::lower_bound(damage.begin(), damage.end(), at_.front(),
                                 [](const Damage& d, std::uint32_t at) { return d.range.end <= at; });
    for (std::size_t i = 0; i < size() && spot != damage.end(); ++i) {
      while (spot != damage.end() && spot->range.end <= at_[i]) ++spot;
      damaged_[i] = spot != damage.end() && spot->kind != DamageKind::lost_punctuation && spot->range.contains(at_[i]);
    }
  }

  std::u32string chars_;
  std::vector<std::uint32_t> at_;
  std::vector<std::size_t> close_of_;
  std::vector<std::size_t> open_of_;
  std::vector<std::size_t> around_;  // by position: where the innermost pair around it opened
  std::vector<bool> damaged_;
  std::vector<TextRange<SourceText>> sentences_;
  std::size_t begin_ = 0;
  std::size_t waiting_ = kNone;
};

}  // namespace

std::vector<TextRange<SourceText>> sentence_ranges(std::string_view text, TextRange<SourceText> paragraph,
                                                   std::span<const Damage> damage) {
  if (paragraph.empty()) return {};
  return Scanner(text, paragraph, damage).scan();
}

namespace {

// (掌声), 【待续】: nothing stands outside the brackets, so no stop is missing.
bool stands_in_brackets(std::string_view text) {
  constexpr Chars kBegins = U"(（[［【〔", kEnds = U")）]］】〕";
  int depth = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const char32_t c = horizontal_mark(next_code_point(text, at));
    if (in(kBegins, c)) {
      ++depth;
    } else if (depth == 0) {
      return false;
    } else if (in(kEnds, c) && --depth == 0 && at < text.size()) {
      return false;
    }
  }
  return !text.empty() && depth == 0;
}

// Before the number of a note in brackets at the end: 。[1], 。〔12〕
std::uint32_t before_note_number(std::string_view text) {
  constexpr int kMostDigits = 3;
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t at = size;
  if (at == 0 || !in(U"]］〕", previous_code_point(text, at))) return size;
  int digits = 0;
  while (at > 0 && digits <= kMostDigits) {
    const char32_t c = previous_code_point(text, at);
    if (!is_digit(c)) return digits > 0 && in(U"[［〔", c) ? at : size;
    ++digits;
  }
  return size;
}

}  // namespace

bool ends_with_stop(std::string_view text) {
  // What points to a note behind the stop, and the asterisks of markdown.
  const auto is_note_mark = [](char32_t c) { return in(U"*＊※†‡", c) || is_circled_number(c); };
  if (stands_in_brackets(text)) return true;
  for (auto at = before_note_number(text); at > 0;) {
    const char32_t c = horizontal_mark(previous_code_point(text, at));
    if (is_terminator(c)) return true;
    if (!in(kClosing, c) && c != '"' && c != '\'' && !is_space(c) && !is_invisible(c) && !is_note_mark(c)) return false;
  }
  return false;
}

}  // namespace yiwen
