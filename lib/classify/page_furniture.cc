// SPDX-License-Identifier: Apache-2.0
#include "classify/page_furniture.h"

#include <algorithm>
#include <cstdint>

#include "base/char_class.h"
#include "base/utf8.h"
#include "extract/footer.h"
#include "extract/navigation.h"
#include "extract/page_words.h"
#include "extract/paragraph.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

constexpr Chars kOpening = U"([{（【［〔「『《〈“‘", kClosing = U")]}）】］〕」』》〉”’";

char32_t closing_of(char32_t open) {
  const auto at = kOpening.find(open);
  return at == Chars::npos ? 0 : kClosing[at];
}

// A closing bracket in the words whose opening one is not, or the other way round; 0 for none.
char32_t unmatched(std::string_view words, bool opening) {
  std::u32string open;
  for (std::uint32_t at = 0; at < words.size();) {
    const char32_t c = next_code_point(words, at);
    if (kOpening.find(c) != Chars::npos) {
      open.push_back(c);
    } else if (const auto close = kClosing.find(c); close != Chars::npos) {
      if (!open.empty() && closing_of(open.back()) == c)
        open.pop_back();
      else if (!opening)
        return c;
    }
  }
  return opening && !open.empty() ? open.back() : 0;
}

// ADVERTISEMENT Best Shoes in Town: behind a label in Latin letters what is sold has a capital; advertisement spending
// has none.
bool is_labelled(std::string_view words, Chars folded) {
  std::size_t begin = 0;
  while (begin < folded.size() && !is_word(folded[begin])) ++begin;
  const std::size_t size = begin < folded.size() ? page_words("ad-label").match(folded, begin) : 0;
  if (size == 0) return false;
  const std::size_t end = begin + size;
  if (end == folded.size()) return true;
  if (kClosing.find(folded[end]) != Chars::npos || Chars(U":|丨").find(folded[end]) != Chars::npos) return true;
  if (folded[end] != ' ') return false;
  if (is_han(folded[begin])) return true;
  const auto printed = to_utf32(words);
  const auto blank = std::find_if(printed.begin(), printed.end(), is_space);
  const auto next = std::find_if(blank, printed.end(), [](char32_t c) { return !is_space(c); });
  return next != printed.end() && *next >= 'A' && *next <= 'Z';
}

// Get 6 weeks of the paper for $2: what a subscription costs, said to the reader.
bool is_subscription_offer(Chars folded) {
  if (page_words("subscription-opener").match(folded, 0) == 0) return false;
  return page_words("subscription-price").occurs_in(folded) && page_words("subscription-term").occurs_in(folded);
}

// 领取优惠券 https://…: the address of what the reader is asked to do.
bool is_linked_request(Chars folded) {
  const bool address = folded.find(U"http") != Chars::npos || folded.find(U"www.") != Chars::npos;
  return address && page_words("request-verb").occurs_in(folded);
}

// 43e1pj4qbw, e7tl4e309: letters and digits by turns, as only programs call things.
bool holds_identifier(Chars folded) {
  constexpr std::size_t kShortest = 9;  // GB18030, iPhone15: what people read aloud is shorter. Range 8-12
  constexpr int kFewestNumbers = 3;
  std::size_t length = 0;
  int numbers = 0;
  char32_t before = 0;
  for (const char32_t c : folded) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !(c >= 'a' && c <= 'z')) {
      length = 0, numbers = 0, before = 0;
      continue;
    }
    ++length;
    if (digit && !(before >= '0' && before <= '9')) ++numbers;
    if (length >= kShortest && numbers >= kFewestNumbers) return true;
    before = c;
  }
  return false;
}

// 以下就是小编为大家带来的全部介绍。 希望能对您有所帮助。 想了解更多，敬请关注本站。: a site frames the text that it
// took.
bool frames_text(Chars folded) {
  constexpr std::size_t kLongest = 80;  // characters of a sentence
  constexpr std::size_t kHopeBegins = 4;
  const auto has = [&](const char* group) { return page_words(group).occurs_in(folded); };
  if (folded.size() > kLongest) return false;
  if (has("site-voice") && has("site-deed")) return true;
  if (has("site-more") && has("site-come")) return true;
  return page_words("site-hope").occurs_in(folded.substr(0, kHopeBegins)) && has("site-reader") && has("site-good");
}

// Advertisement spending fell, the advertisement: one word in Latin letters that the sentence goes on with. A label
// stands with a capital in the middle of a sentence, or before one.
bool is_word_of_sentence(std::string_view text, TextRange<SourceText> words) {
  const auto printed = to_utf32(text.substr(words.begin, words.size()));
  if (!std::all_of(printed.begin(), printed.end(), is_latin)) return false;
  const auto is_small = [](char32_t c) { return c >= 'a' && c <= 'z'; };
  if (is_small(printed.front())) return true;
  std::uint32_t before = words.begin, behind = words.end;
  char32_t last = 0, next = 0;
  while (before > 0 && (last == 0 || last == ' ')) last = previous_code_point(text, before);
  while (behind < text.size() && (next == 0 || next == ' ')) next = next_code_point(text, behind);
  return !is_word(last) && is_small(next);
}

}  // namespace

TextRange<SourceText> with_brackets(std::string_view text, TextRange<SourceText> words) {
  for (;;) {
    const auto printed = text.substr(words.begin, words.size());
    std::uint32_t before = words.begin, behind = words.end;
    const char32_t left = before > 0 ? previous_code_point(text, before) : 0;
    const char32_t right = behind < text.size() ? next_code_point(text, behind) : 0;
    const char32_t closed = unmatched(printed, false), opened = unmatched(printed, true);
    if (closed != 0 && closing_of(left) == closed) {
      words.begin = before;
    } else if (opened != 0 && closing_of(opened) == right) {
      words.end = behind;
    } else if (closed == 0 && opened == 0 && left != 0 && closing_of(left) != 0 && closing_of(left) == right) {
      words = {before, behind};
    } else {
      return words;
    }
  }
}

bool is_page_furniture(std::string_view words) {
  const Paragraph p = describe_paragraph(words, {0, static_cast<std::uint32_t>(words.size())});
  if (p.words == 0) return false;
  const Chars folded = p.folded.chars;
  return navigation_evidence(p) == NavigationEvidence::anywhere || footer_evidence(p) == FooterEvidence::anywhere ||
         is_spam(p) || is_labelled(words, folded) || is_subscription_offer(folded) || is_linked_request(folded) ||
         holds_identifier(folded);
}

bool is_page_furniture(const PrintedWitness& witness, TextRange<Normal> words) {
  constexpr std::uint32_t kLongest = 200;  // characters; a longer insertion is a passage. Range 100-300
  // A word that headlines and menus share (完, 分享, 更多) is one of the text where it is put into a sentence.
  constexpr std::uint32_t kShortestBare = 4;
  if (words.empty() || words.size() > kLongest) return false;
  const auto bare = witness.witness->normal->to_source(words);
  const auto whole = with_brackets(witness.text, bare);
  if (whole == bare && (words.size() < kShortestBare || is_word_of_sentence(witness.text, bare))) return false;
  return is_page_furniture(witness.text.substr(whole.begin, whole.size()));
}

bool is_page_furniture(const PrintedWitness& witness, std::uint32_t first_sentence, std::uint32_t last_sentence) {
  const auto& sentences = witness.witness->sentences;
  const auto &first = sentences[first_sentence], &last = sentences[last_sentence];
  const bool frame = std::all_of(sentences.begin() + first_sentence, sentences.begin() + last_sentence + 1,
                                 [&](const Sentence& sentence) {
                                   const TextRange<SourceText> words = sentence.range;
                                   return frames_text(describe_paragraph(witness.text, words).folded.chars);
                                 });
  if (frame) return true;
  const auto printed = witness.text.substr(first.range.begin, last.range.end - first.range.begin);
  return describe_paragraph(printed, {0, static_cast<std::uint32_t>(printed.size())}).stops == 0 &&
         is_page_furniture(witness, {first.normal.begin, last.normal.end});
}

bool are_notes(const PrintedWitness& witness, std::uint32_t first_sentence, std::uint32_t last_sentence) {
  const auto& sentences = witness.witness->sentences;
  const auto begin = sentences[first_sentence].range.begin, end = sentences[last_sentence].range.end;
  const auto text = to_utf32(witness.text.substr(begin, end - begin));
  std::size_t expected = 1;  // of bare numbers, which are notes only where they are counted
  for (std::size_t line = 0; line < text.size();) {
    auto at = line;
    while (at < text.size() && is_space(text[at])) ++at;
    line = at;
    while (line < text.size() && !is_line_break(text[line])) ++line;
    if (at == line) continue;
    const Chars words = Chars(text).substr(at, line - at);
    if (is_circled_number(words.front())) continue;
    const bool labelled = words.front() == U'注' || words.front() == U'註';
    const bool bracket = Chars(U"[［〔").find(words.front()) != Chars::npos;
    std::size_t digits = labelled || bracket ? 1 : 0, value = 0;
    const std::size_t first = digits;
    for (; digits < words.size() && is_digit(words[digits]) && digits - first < 3; ++digits)
      value = 10 * value + (words[digits] - U'0');
    const char32_t behind = digits < words.size() ? words[digits] : 0;
    if (labelled && (behind == ':' || behind == U'：')) continue;
    if (bracket && digits > first && Chars(U"]］〕").find(behind) != Chars::npos) continue;
    const bool capital = digits + 1 < words.size() && words[digits + 1] >= 'A' && words[digits + 1] <= 'Z';
    if (labelled || bracket || digits == first || behind != ' ' || !capital || value != expected++) return false;
  }
  return true;
}

std::optional<DiffedRow> without_torn_words(std::span<const PrintedWitness> witnesses, const DiffedRow& row) {
  std::optional<DiffedRow> trimmed;
  const auto& cells = row.row->cells;
  const auto& left = witnesses[cells[0].witness];
  for (std::size_t c = 1; c < cells.size(); ++c) {
    const auto& right = witnesses[cells[c].witness];
    for (std::size_t e = 0; e < row.diffs[c].edits.size(); ++e) {
      const Edit& edit = row.diffs[c].edits[e];
      if (edit.left.empty() || edit.right.empty() || edit.left.size() == edit.right.size()) continue;
      const auto here = left.witness->normal->slice(edit.left), there = right.witness->normal->slice(edit.right);
      const bool put_in = there.size() > here.size();
      const auto shorter = put_in ? here : there, longer = put_in ? there : here;
      const auto head = static_cast<std::uint32_t>(std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first -
                                                   shorter.begin());
      const auto tail = static_cast<std::uint32_t>(shorter.size()) - head;
      if (!longer.ends_with(shorter.substr(head))) continue;
      const TextRange<Normal> of_left{edit.left.begin + head, edit.left.end - tail},
          of_right{edit.right.begin + head, edit.right.end - tail};
      if (!(put_in ? is_page_furniture(right, of_right) : is_page_furniture(left, of_left))) continue;
      if (!trimmed) trimmed = row;
      trimmed->diffs[c].edits[e] = {of_left, of_right};
    }
  }
  return trimmed;
}

}  // namespace yiwen
