// SPDX-License-Identifier: Apache-2.0
//
// A paragraph that ends without a stop, followed by one that begins in the middle of a sentence:
//
//   ...打造世界一流的创新生          A word is split: 生态. Proof enough.
//   态。加强基础能力建设...
//
//   ...记者在现场采访时              No word is split. Then the upper paragraph must be running text that has stops
//   看到,新设备已经投产。...         elsewhere, of a text whose paragraphs end with stops, and the lower one running
//   text
//                                    that does not begin as paragraphs and lists begin.
//
// A heading below is never the second half (the columns of a newspaper page stand in any order), nor is a paragraph
// with an indent, unless a word is split. Latin text must go on with a small letter.
#include "segment/cut_sentences.h"

#include <algorithm>

#include "base/char_class.h"
#include "base/utf8.h"
#include "extract/word_seam.h"
#include "segment/sentence_breaks.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

// Share of the long paragraphs of a text that must end with a stop for a missing one to mean anything. Forums and live
// blogs that leave the last stop out are far below, newspapers cut by column breaks above.
constexpr double kStopHabit = 0.6;
// A paragraph of running text has at least so many bytes (20 Han characters).
constexpr std::uint32_t kShortestRunningText = 60;

bool in(Chars set, char32_t c) { return set.find(c) != Chars::npos; }

char32_t last_char(std::string_view text) {
  auto at = static_cast<std::uint32_t>(text.size());
  return text.empty() ? 0 : horizontal_mark(previous_code_point(text, at));
}
char32_t first_char(std::string_view text) {
  std::uint32_t at = 0;
  return text.empty() ? 0 : horizontal_mark(next_code_point(text, at));
}

// 二、, 十一、 at the begin of a line, and no 二、三 of a number that a break cut.
bool begins_with_list_number(std::string_view text) {
  constexpr Chars kNumerals = U"一二三四五六七八九十";
  constexpr int kMostNumerals = 3;  // 二十一
  std::uint32_t at = 0;
  for (int numerals = 0; at < text.size() && numerals <= kMostNumerals; ++numerals) {
    const char32_t c = next_code_point(text, at);
    if (in(kNumerals, c)) continue;
    return numerals > 0 && c == U'、' && at < text.size() && !in(kNumerals, next_code_point(text, at));
  }
  return false;
}

// The line above breaks off in a row of numbers (一、| 二、三线), or in the middle of a word.
bool ends_in_row(std::string_view above) { return in(U"、一二三四五六七八九十", last_char(above)); }

// Text cannot end with these: 的 wants a noun, 和 a second member, a comma the rest.
bool wants_more(std::string_view above) {
  constexpr Chars kWanting = U"的和与與及在对對将將把被从從向以或並并而為为是于於,，、（(“「『《";
  return in(kWanting, last_char(above));
}

// Text cannot begin with these, nor with a single character before a mark (桥,年内…) that is no interjection.
bool lacks_begin(std::string_view below) {
  constexpr Chars kInterjections = U"对對是好不嗯啊唉行哦喂但而可哎呀噢答问問";
  std::uint32_t at = 0;
  const char32_t first = horizontal_mark(next_code_point(below, at));
  if (in(U",，、。；;）)”’」』》%％", first)) return true;
  return is_han(first) && !in(kInterjections, first) && at < below.size() &&
         in(U",，、。", horizontal_mark(next_code_point(below, at)));
}

bool goes_on_in_latin(std::string_view above, std::string_view below) {
  const char32_t last = last_char(above);
  const char32_t first = first_char(below);
  return (is_latin(last) || last == ',' || last == '-') && is_latin(first) && first >= 'a' && first <= 'z';
}

bool is_capital(char32_t c) { return c >= 'A' && c <= 'Z'; }

bool splits_number(std::string_view above, std::string_view below) {
  const char32_t last = last_char(above);
  const auto before_last = above.size() > 1 ? static_cast<unsigned char>(above[above.size() - 2]) : 0;
  if (!is_digit(first_char(below)) || last != '.' || before_last < '0' || before_last > '9') return false;
  // … on Sept. 4. | 2 See the report: the mark of the next note. A unit and a word of the sentence are small.
  std::uint32_t at = 0;
  char32_t c = 0;
  while (at < below.size() && is_digit(c = next_code_point(below, at))) {
  }
  return c != ' ' || at >= below.size() || !is_capital(next_code_point(below, at));
}

// 100到180, before 毫米; a longer number is one to be called.
bool ends_with_short_number(std::string_view above) {
  constexpr int kMostDigits = 4;
  int digits = 0;
  for (auto at = static_cast<std::uint32_t>(above.size()); at > 0 && digits <= kMostDigits; ++digits)
    if (!is_digit(previous_code_point(above, at))) break;
  return digits > 0 && digits <= kMostDigits;
}

// 张三指出, 张三: at the begin. A verb without anybody before it (强调) is the second half of a sentence.
bool names_a_speaker(std::string_view below) {
  constexpr int kReach = 16;
  constexpr Chars kVerbs = U"说說称稱道问問答";
  static constexpr std::string_view kLongVerbs[] = {"表示", "指出", "强调", "強調", "认为", "認為",
                                                    "介绍", "介紹", "透露", "告诉", "告訴", "坦言"};
  std::uint32_t at = 0;
  for (int i = 0; i < kReach && at < below.size(); ++i) {
    const std::string_view rest = below.substr(at);
    const std::uint32_t begin = at;
    const char32_t c = next_code_point(below, at);
    if (i >= 2 && (c == ':' || c == U'：')) return true;
    std::uint32_t end = in(kVerbs, c) ? at : begin;
    for (const std::string_view verb : kLongVerbs)
      if (rest.starts_with(verb)) end = begin + static_cast<std::uint32_t>(verb.size());
    if (i >= 2 && end > begin && end < below.size() && in(U",，:：“「", next_code_point(below, end))) return true;
    if (!is_word(c)) return false;
  }
  return false;
}

// How paragraphs, and items of lists, begin.
bool begins_anew(std::string_view below) {
  static constexpr std::string_view kOpeners[] = {
      "一是", "二是", "三是", "四是", "五是", "一要", "二要", "三要", "第一", "第二", "第三", "首先",
      "其次", "此外", "同时", "同時", "据",   "據",   "记者", "記者", "问:",  "問:",  "答:",  "问：",
      "問：", "答：", "●",    "■",    "◆",    "•",    "·",    "★",    "▲",    "—",    "□",    "○",
      "◎",    "①",    "②",    "③",    "(",    "（",   "【",   "[",    "“",    "「",   "\"",   "#"};
  if (std::any_of(std::begin(kOpeners), std::end(kOpeners),
                  [&](std::string_view opener) { return below.starts_with(opener); }))
    return true;
  return is_digit(first_char(below)) || names_a_speaker(below);
}

// 某社北京3月5日电 at the head of a story.
bool has_dateline(std::string_view below) {
  constexpr std::size_t kReach = 60;  // bytes: 20 characters
  const std::string_view head = below.substr(0, std::min(kReach, below.size()));
  return head.find("日电") != std::string_view::npos || head.find("日電") != std::string_view::npos ||
         head.find("日讯") != std::string_view::npos || head.find("日訊") != std::string_view::npos;
}

std::string_view slice(std::string_view text, TextRange<SourceText> range) {
  return text.substr(range.begin, range.size());
}

bool only_space(std::string_view text) {
  for (std::uint32_t at = 0; at < text.size();)
    if (const char32_t c = next_code_point(text, at); !is_space(c) && !is_invisible(c)) return false;
  return true;
}

bool has_indent(std::string_view gap) {
  auto at = static_cast<std::uint32_t>(gap.size());
  int spaces = 0;
  while (at > 0) {
    const char32_t c = previous_code_point(gap, at);
    if (is_line_break(c)) break;
    spaces += c == U'　' ? 2 : 1;
  }
  return spaces >= 2;
}

class Joiner {
 public:
  Joiner(std::string_view text, const Article& article) : text_(text), article_(article) {
    for (const Block& block : article.blocks) {
      if (!is_long_paragraph(block)) continue;
      has_marks_ = has_marks_ || holds_mark(slice(text, block.range));
    }
    paragraphs_end_with_stops_ = ends_paragraphs_with_stops(text, article);
  }

  // A sentence that was joined over a break already goes on behind a second one only where the words say so: columns
  // that stand in a wrong order make one out of three.
  [[nodiscard]] bool is_cut(const Sentence& above, const Sentence& below) const {
    if (!above.ends_block || !below.starts_block || below.kind != BlockKind::body) return false;
    const std::string_view upper = slice(text_, above.range);
    const std::string_view lower = slice(text_, below.range);
    const std::string_view gap = gap_before(above, below);
    if (!only_space(gap)) return false;
    if (above.kind == BlockKind::body && splits_number(upper, lower)) return true;
    if (above.ends_with_stop || in(U":：", last_char(upper))) return false;
    const bool word = splits_word(upper, lower);
    const bool listed = begins_with_list_number(lower) && !ends_in_row(upper);
    const bool fragment = word || (!listed && lacks_begin(lower));
    if (above.kind == BlockKind::heading) {
      const bool running = fragment ? has_comma(upper) : is_cut_by_line(above, below) && has_clauses(upper);
      return running && below.ends_with_stop;
    }
    if (above.kind != BlockKind::body) return false;
    if (fragment) return true;
    if (has_indent(gap)) return false;
    if (goes_on_in_latin(upper, lower)) return true;
    if (is_latin(first_char(lower)) && is_latin(last_char(upper))) return false;
    const bool open = has_marks_ && wants_more(upper);
    if (listed || (begins_anew(lower) && !open)) return false;
    if (open) return true;
    if (above.cut) return false;
    const bool open_end = is_han(last_char(upper)) || ends_with_short_number(upper);
    if (!open_end || !is_han(first_char(lower)) || has_dateline(lower)) return false;
    return paragraphs_end_with_stops_ && is_running_text(above) && (below.ends_with_stop || is_running_text(below));
  }

 private:
  static bool holds_mark(std::string_view text) {
    for (std::uint32_t at = 0; at < text.size();)
      if (in(U"。，、！？；,.!?;", horizontal_mark(next_code_point(text, at)))) return true;
    return false;
  }

  static bool has_comma(std::string_view text) {
    return text.find(',') != std::string_view::npos || text.find("，") != std::string_view::npos ||
           text.find("、") != std::string_view::npos;
  }

  // 码头迎来三艘货船，两艘来自海外；港务局: no headline has clauses of both kinds.
  static bool has_clauses(std::string_view text) {
    return has_comma(text) && text.find("；") != std::string_view::npos && is_han(last_char(text));
  }

  // A line that is no story stands between the two, and no paragraph begins below it.
  [[nodiscard]] bool is_cut_by_line(const Sentence& above, const Sentence& below) const {
    const std::string_view lower = slice(text_, below.range);
    return paragraphs_end_with_stops_ && below.block > above.block + 1 && is_han(first_char(lower)) &&
           !begins_anew(lower) && !has_dateline(lower);
  }

  // What stands between the last piece of noise, or the upper half, and the lower half.
  [[nodiscard]] std::string_view gap_before(const Sentence& above, const Sentence& below) const {
    const std::uint32_t behind = article_.blocks[below.block - 1].range.end;
    return slice(text_, {std::max(above.range.end, behind), below.range.begin});
  }

  // The paragraph of the sentence is long, or has a sentence before this one.
  [[nodiscard]] bool is_running_text(const Sentence& sentence) const {
    return article_.blocks[sentence.block].range.size() >= kShortestRunningText;
  }

  std::string_view text_;
  const Article& article_;
  bool paragraphs_end_with_stops_ = false;
  bool has_marks_ = false;  // a text that lost them all has sentences that end with 的
};

// The last piece of a paragraph was taken for a heading: its sentences, the last of which goes on below.
std::vector<Sentence> sentences_of_heading(std::string_view text, const Sentence& heading,
                                           std::span<const Damage> damage) {
  std::vector<Sentence> parts;
  for (const auto range : sentence_ranges(text, heading.range, damage)) {
    Sentence& part = parts.emplace_back(heading);
    part.range = range;
    part.kind = BlockKind::body;
    part.cut.reset();
    part.starts_block = heading.starts_block && range.begin == heading.range.begin;
    part.ends_block = range.end == heading.range.end;
    part.ends_with_stop = ends_with_stop(slice(text, range));
  }
  return parts;
}

// One block after the other, with a few lines between them at most that are no story.
bool stand_together(const Article& article, std::uint32_t above, std::uint32_t below) {
  constexpr std::uint32_t kMostBetween = 6;  // a pointer, who made the page, its head, a pointer; range 4 to 8
  if (below <= above || below - above > kMostBetween + 1) return false;
  return std::all_of(article.blocks.begin() + above + 1, article.blocks.begin() + below,
                     [](const Block& block) { return is_noise(block.kind); });
}

}  // namespace

bool is_long_paragraph(const Block& block) {
  return block.kind == BlockKind::body && block.range.size() >= kShortestRunningText;
}

bool ends_paragraphs_with_stops(std::string_view text, const Article& article) {
  int long_ones = 0;
  int stopped = 0;
  for (const Block& block : article.blocks) {
    if (!is_long_paragraph(block)) continue;
    ++long_ones;
    stopped += ends_with_stop(slice(text, block.range)) ? 1 : 0;
  }
  return long_ones > 0 && stopped >= kStopHabit * long_ones;
}

void join_cut_sentences(std::string_view text, const Article& article, std::span<const Damage> damage,
                        const Seams& seams, std::vector<Sentence>& sentences) {
  const Joiner joiner(text, article);
  std::vector<Sentence> joined;
  joined.reserve(sentences.size());
  std::uint32_t last_block = 0;  // of the last sentence of `joined`, which may have begun in another one
  for (const Sentence& sentence : sentences) {
    const Seam seam{last_block, sentence.block};
    const auto is_one_of = [&](const std::vector<Seam>& some) {
      return sentence.starts_block && std::find(some.begin(), some.end(), seam) != some.end();
    };
    const bool goes_on = !joined.empty() && !is_one_of(seams.apart) &&
                         (is_one_of(seams.torn) || (stand_together(article, last_block, sentence.block) &&
                                                    joiner.is_cut(joined.back(), sentence)));
    if (goes_on) {
      if (joined.back().kind == BlockKind::heading && !joined.back().cut) {
        const std::vector<Sentence> parts = sentences_of_heading(text, joined.back(), damage);
        if (!parts.empty()) joined.pop_back();
        joined.insert(joined.end(), parts.begin(), parts.end());
      }
      Sentence& whole = joined.back();
      if (!whole.cut) whole.cut = TextRange<SourceText>{whole.range.end, sentence.range.begin};
      whole.range.end = sentence.range.end;
      whole.kind = BlockKind::body;
      whole.ends_block = sentence.ends_block;
      whole.ends_with_stop = sentence.ends_with_stop;
    } else {
      joined.push_back(sentence);
    }
    last_block = sentence.block;
  }
  sentences = std::move(joined);
}

}  // namespace yiwen
