// SPDX-License-Identifier: Apache-2.0
//
// One pass over the text, one cluster (a starter with its combining marks) at a time. Each layer adds to those before:
//
//   repair       canonical composition, invisible characters and pinyin annotations taken out, HTML references and what
//                was decoded as something else than it is decoded
//   punctuation  width and case folded, punctuation and space dropped but for the marks that belong to a number
//   script       traditional and variant characters to simplified, one to one
//   region       regional words to the mainland word
//
//   產業(yè)，「５Ｇ」 增長 41.7%   ->   产业5g增长41.7%
//   |-----|  from[1] = 業(yè)            punctuation is no character of the normal text: what is between two of its
//                                       characters is found in the text through the map
//
// Numbers keep their point, colon and percent sign, because 41.7 is not 417, 22:30 is not 2230 and 35% is not 35.
// So do units their case where the other case is another unit: 5MB is not 5Mb. Digits are never changed. Cost: linear;
// ICU is asked only for characters that are neither ASCII nor common Han.
#include "normalize/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/char_class.h"
#include "base/data_lines.h"
#include "base/markup.h"
#include "base/utf8.h"
#include "normalize/garbled.h"
#include "normalize/region.h"
#include "normalize/repair.h"
#include "normalize/script_table.h"

namespace yiwen {

namespace embedded {
extern const std::string_view normalize_case_units_txt;
}

namespace {

const icu::Normalizer2& canonical_form() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no canonical normalization data");
  return *form;
}

const icu::Normalizer2& compatibility_form() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no compatibility normalization data");
  return *form;
}

// Neither composes with what follows nor changes under any normalization form.
bool is_plain(char32_t c) { return c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3001 && c <= 0x3020); }

std::u32string to_form(const icu::Normalizer2& form, const std::u32string& cluster) {
  icu::UnicodeString in = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(cluster.data()),
                                                        static_cast<int32_t>(cluster.size()));
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString out = form.normalize(in, status);
  if (U_FAILURE(status)) return cluster;
  std::u32string chars;
  for (int32_t i = 0; i < out.length(); i = out.moveIndex32(i, 1))
    chars.push_back(static_cast<char32_t>(out.char32At(i)));
  return chars;
}

// ½: two digits and a mark, once taken apart, that would read as 12.
bool is_fraction(char32_t c) { return (c >= U'¼' && c <= U'¾') || (c >= U'⅐' && c <= U'⅟') || c == U'↉'; }

// Behind a digit it is a power: 10⁶ is not 106. Behind a letter it is the letter's: m² is m2.
bool is_superscript(char32_t c) { return c == U'²' || c == U'³' || c == U'¹' || c == U'⁰' || (c >= U'⁴' && c <= U'⁹'); }

// Marks in front of a number that change what it says.
bool is_comparison(char32_t c) { return c == U'≥' || c == U'≤' || c == U'<' || c == U'>' || c == U'±' || c == U'≈'; }
bool is_currency(char32_t c) {
  return c == '$' || c == U'£' || c == U'¥' || c == U'฿' || (c >= U'\u20A0' && c <= U'\u20C0');
}
constexpr char32_t kMinus = U'−';

bool is_percent(char32_t c) { return c == '%' || c == U'‰'; }

// Letters of a unit that keep their case, at the begin of a text.
struct CaseUnit {
  std::string_view letters;
  bool folded = false;
};

std::size_t kept_letters(std::string_view text) {
  static const std::vector<CaseUnit> kUnits = [] {
    std::vector<CaseUnit> units;
    each_data_line(embedded::normalize_case_units_txt, [&](std::string_view line) {
      const auto letters = next_field(line);
      units.push_back({letters, line == "folded"});
    });
    std::stable_sort(units.begin(), units.end(),
                     [](const CaseUnit& a, const CaseUnit& b) { return a.letters.size() > b.letters.size(); });
    return units;
  }();
  const auto unit =
      std::find_if(kUnits.begin(), kUnits.end(), [&](const CaseUnit& u) { return text.starts_with(u.letters); });
  return unit == kUnits.end() || unit->folded ? 0 : unit->letters.size();
}

class Folder {
 public:
  Folder(std::string_view text, Layer upto)
      : text_(text), upto_(upto), canonical_(canonical_form()), compatibility_(compatibility_form()) {
    normal_.chars.reserve(text.size() / 3);
    normal_.from.reserve(text.size() / 3);
  }

  NormalText run() && {
    normal_.damage = find_damage(text_);
    auto damage = normal_.damage.begin();
    for (std::uint32_t at = 0; at < text_.size();) {
      while (damage != normal_.damage.end() && damage->range.end <= at) ++damage;
      if (damage != normal_.damage.end() && damage->kind == DamageKind::annotation && damage->range.begin == at) {
        // The annotation belongs to the character that it annotates.
        if (!normal_.from.empty()) normal_.from.back().end = damage->range.end;
        at = damage->range.end;
        continue;
      }
      if (damage != normal_.damage.end() && damage->undone && damage->range.contains(at)) {
        if (const auto garbled = garbled_at(text_, at); garbled && !garbled->meant.empty()) {
          for (std::size_t k = 0; k < garbled->meant.size(); ++k)
            at = put_all(to_form(form(), {garbled->meant[k]}), {at, garbled->ends[k]});
          continue;
        }
      }
      at = fold_cluster(at);
    }
    if (upto_ >= Layer::region) fold_regional_words();
    find_asides();
    return std::move(normal_);
  }

 private:
  const icu::Normalizer2& form() const { return upto_ >= Layer::punctuation ? compatibility_ : canonical_; }

  std::uint32_t fold_cluster(std::uint32_t at) {
    std::uint32_t next = at;
    char32_t c = next_code_point(text_, next);
    if (c == '&' || c == '\\') {
      if (const auto entity = entity_at(text_, at)) {
        c = entity->character;
        next = entity->end;
      }
    }
    if (c == '<') {
      if (const auto tag = tag_at(text_, at)) return tag->end;
    }
    if (c == '?' || c == '/') {
      if (const auto end = tag_rest_end(text_, at)) return *end;
    }
    if (is_plain(c) && !composes_with(next)) {
      put(c, {at, next});
      return next;
    }
    if (upto_ >= Layer::punctuation && (is_fraction(c) || (is_superscript(c) && is_behind_digit()))) {
      put(c, {at, next});
      return next;
    }
    std::u32string cluster(1, c);
    while (composes_with(next)) cluster.push_back(next_code_point(text_, next));
    return put_all(to_form(form(), cluster), {at, next});
  }

  // Several characters for one place (㎡ -> m2, å…‹ -> 克): anchored at the first that is kept of them; the others are
  // empty behind it. Its end.
  std::uint32_t put_all(const std::u32string& characters, TextRange<SourceText> from) {
    for (const char32_t c : characters) {
      put(c, from);
      if (!normal_.from.empty() && normal_.from.back().end == from.end) from.begin = from.end;
    }
    return from.end;
  }

  bool composes_with(std::uint32_t at) const {
    if (at >= text_.size() || static_cast<unsigned char>(text_[at]) < 0xCC) return false;  // below U+0300
    const char32_t c = next_code_point(text_, at);
    return !is_plain(c) && !canonical_.hasBoundaryBefore(static_cast<UChar32>(c));
  }

  void put(char32_t c, TextRange<SourceText> from) {
    if (is_invisible(c)) return;
    if (upto_ >= Layer::punctuation) {
      if (is_behind_digit() && gap_ != NormalText::Gap::clause && kept_until_ <= from.begin)
        kept_until_ = from.begin + static_cast<std::uint32_t>(kept_letters(text_.substr(from.begin)));
      if (c >= 'A' && c <= 'Z' && kept_until_ <= from.begin) c += 'a' - 'A';
      if (c == '-' && is_minus(from)) c = kMinus;
      if (c == U'≧') c = U'≥';
      if (c == U'≦') c = U'≤';
      if (c == U'○' && is_behind_numeral(from)) c = U'〇';
      if (!is_word(c) && !is_sign(c, from) && !belongs_to_number(c, from)) {
        gap_ = std::max(gap_, gap_of(c));
        space_ = space_ || is_space(c);
        return;
      }
    }
    if (upto_ >= Layer::script) c = ScriptTable::instance().fold(c);
    if (upto_ >= Layer::punctuation && join_to_last(c, from)) return;
    // A blank between Han characters parts two phrases: Chinese has no other use for it.
    const bool between_han = space_ && !normal_.chars.empty() && is_han(normal_.chars.back()) && is_han(c);
    if (goes_on_behind_break(c, from)) gap_ = NormalText::Gap::none;
    normal_.gap_before.push_back(between_han ? NormalText::Gap::clause : gap_);
    gap_ = NormalText::Gap::none;
    space_ = false;
    normal_.chars.push_back(c);
    normal_.from.push_back(from);
  }

  // 二○○一: a circle in a Chinese numeral is its nought, in most of what is printed in Taiwan.
  bool is_behind_numeral(TextRange<SourceText> from) const {
    constexpr std::u32string_view kDigits = U"〇零一二三四五六七八九";
    return !normal_.chars.empty() && normal_.from.back().end == from.begin &&
           kDigits.find(normal_.chars.back()) != std::u32string_view::npos;
  }

  // Parts of a Hangul syllable that a dropped mark parted stand side by side now: they are the syllable, or folding
  // once more would make them that.
  bool join_to_last(char32_t c, TextRange<SourceText> from) {
    if (is_plain(c) || normal_.chars.empty()) return false;
    const auto joined = canonical_.composePair(static_cast<UChar32>(normal_.chars.back()), static_cast<UChar32>(c));
    if (joined < 0) return false;
    normal_.chars.back() = static_cast<char32_t>(joined);
    normal_.from.back().end = from.end;
    gap_ = NormalText::Gap::none;
    space_ = false;
    return true;
  }

  static NormalText::Gap gap_of(char32_t c) {
    // The compatibility form has made the full-width marks ASCII.
    constexpr std::u32string_view kClauseMarks = U",.;:!?。、，；：！？…—–｡､";
    return kClauseMarks.find(c) != std::u32string_view::npos ? NormalText::Gap::clause : NormalText::Gap::mark;
  }

  bool belongs_to_number(char32_t c, TextRange<SourceText> from) const {
    if (normal_.chars.empty() || !is_digit(normal_.chars.back())) return false;
    if (is_percent(c)) return true;
    if (c != '.' && c != ':') return false;
    const bool may_be_cut = c == '.' && is_in_han_line();
    if ((may_be_cut ? behind_line_break(normal_.from.back().end) : normal_.from.back().end) != from.begin) return false;
    std::uint32_t next = may_be_cut ? behind_line_break(from.end) : from.end;
    return next < text_.size() && is_digit(next_code_point(text_, next));
  }

  // Behind the one line break, or `most` of them, with the blanks around it (and the > of a quoted mail), that begins
  // at `at`; `at` where none does.
  [[nodiscard]] std::uint32_t behind_line_break(std::uint32_t at, int most = 1) const {
    int breaks = 0;
    std::uint32_t end = at;
    for (std::uint32_t next = at; next < text_.size(); end = next) {
      const char32_t c = next_code_point(text_, next);
      if (!is_space(c) && !(c == '>' && breaks > 0)) break;
      if (is_line_break(c) && !(c == '\r' && next < text_.size() && text_[next] == '\n')) ++breaks;
    }
    return breaks >= 1 && breaks <= most ? end : at;
  }

  // The last character is of a number that stands behind a Han character: only Chinese is wrapped anywhere, and neither
  // English (in 2024.|2025 was) nor the columns of a table.
  [[nodiscard]] bool is_in_han_line() const {
    constexpr std::ptrdiff_t kLongestNumber = 16;
    const auto begin = normal_.chars.rbegin();
    const auto end = begin + std::min(std::ssize(normal_.chars), kLongestNumber);
    const auto before = std::find_if_not(
        begin, end, [](char32_t c) { return is_digit(c) || c == '.' || c == ':' || is_percent(c); });
    return before != end && is_han(*before);
  }

  // A number that a wrapped line cuts (19|51) is one number, and a word that it parts with a hyphen (repre-|sentative)
  // one word.
  [[nodiscard]] bool goes_on_behind_break(char32_t c, TextRange<SourceText> from) const {
    if (normal_.chars.empty() || normal_.from.back().end >= from.begin) return false;
    const char32_t last = normal_.chars.back();
    const std::uint32_t end = normal_.from.back().end;
    if (is_digit(c) || c == '.') {
      if ((!is_digit(last) && last != '.') || !is_in_han_line()) return false;
      constexpr int kBreaksOfSpacedLines = 2;
      return behind_line_break(end) == from.begin ||
             (is_digit(last) && behind_line_break(end, kBreaksOfSpacedLines) == from.begin && is_before_han(from.begin));
    }
    if (!is_latin(c) || !is_latin(last) || text_[end] != '-') return false;
    std::uint32_t at = from.begin;
    const bool small = next_code_point(text_, at) == c;  // folding made no capital small
    return small && end + 1 < from.begin && behind_line_break(end + 1) == from.begin;
  }

  // A blank line parts two numbers that stand alone, and not 共11|62栋: the digits at `at`.
  [[nodiscard]] bool is_before_han(std::uint32_t at) const {
    char32_t behind = 0;
    do behind = next_code_point(text_, at);
    while (is_digit(behind) && at < text_.size());
    return is_han(behind);
  }

  [[nodiscard]] bool is_behind_digit() const {
    return !normal_.chars.empty() && (is_digit(normal_.chars.back()) || is_superscript(normal_.chars.back()));
  }

  // At the sign of a number: a mark that stands behind a digit parts two numbers (3-5, 3<5), and is none.
  [[nodiscard]] bool is_sign(char32_t c, TextRange<SourceText> from) const {
    if (c != kMinus && !is_comparison(c) && !is_currency(c)) return false;
    std::uint32_t next = from.end;
    return !is_behind_digit() && next < text_.size() && is_digit(next_code_point(text_, next));
  }

  // A hyphen is a minus where nothing stands before it that it could join, behind a character that gives a value, or
  // with a degree or per cent behind the number: 涨-5, 为-5℃, 气温-3.2%, but not 歼-20.
  [[nodiscard]] bool is_minus(TextRange<SourceText> from) const {
    constexpr std::u32string_view kGiveValue = U"涨漲跌降升增减減为為是至到达達";
    std::uint32_t at = from.begin;
    const char32_t before = at == 0 ? 0 : previous_code_point(text_, at);
    if (!is_word(before) || kGiveValue.find(before) != std::u32string_view::npos) return true;
    at = from.end;
    char32_t c = 0;
    do c = at < text_.size() ? next_code_point(text_, at) : 0;
    while (is_digit(c) || c == '.' || c == U'．');
    return is_percent(c) || c == U'％' || c == U'℃' || c == U'℉' || c == U'°' || c == U'度';
  }

  // A word of Latin letters (AI) must not be a part of a longer one (AIGC).
  bool stands_alone(std::uint32_t begin, std::uint32_t end) const {
    const auto joins = [&](std::uint32_t at) {
      return at > 0 && at < normal_.chars.size() && is_latin(normal_.chars[at - 1]) && is_latin(normal_.chars[at]) &&
             normal_.from[at - 1].end == normal_.from[at].begin;
    };
    return !joins(begin) && !joins(end);
  }

  void fold_regional_words() {
    NormalText folded;
    folded.damage = std::move(normal_.damage);
    folded.chars.reserve(normal_.chars.size());
    folded.from.reserve(normal_.from.size());
    const std::u32string_view chars = normal_.chars;
    for (std::uint32_t i = 0; i < chars.size();) {
      const auto word = regional_word_at(chars.substr(i));
      if (!word || !stands_alone(i, i + word->length)) {
        folded.chars.push_back(chars[i]);
        folded.gap_before.push_back(normal_.gap_before[i]);
        folded.from.push_back(normal_.from[i++]);
        continue;
      }
      const auto begin = static_cast<std::uint32_t>(folded.chars.size());
      folded.renamed.push_back({begin, begin + static_cast<std::uint32_t>(word->mainland.size())});
      // One to one while both words last; the rest of the longer word belongs to the last character.
      const auto length = static_cast<std::uint32_t>(word->mainland.size());
      for (std::uint32_t k = 0; k < length; ++k) {
        folded.chars.push_back(word->mainland[k]);
        folded.gap_before.push_back(k < word->length ? normal_.gap_before[i + k] : NormalText::Gap::none);
        auto from = normal_.from[i + std::min(k, word->length - 1)];
        if (k >= word->length) from.begin = from.end;
        if (k + 1 == length) from.end = std::max(from.end, normal_.from[i + word->length - 1].end);
        folded.from.push_back(from);
      }
      i += word->length;
    }
    normal_ = std::move(folded);
  }

  void find_asides() {
    std::optional<std::uint32_t> open;
    const auto& from = normal_.from;
    for (std::uint32_t i = 0; i <= from.size(); ++i) {
      if (i < from.size() && normal_.gap_before[i] == NormalText::Gap::none) continue;
      const auto end = i < from.size() ? from[i].begin : static_cast<std::uint32_t>(text_.size());
      for (std::uint32_t at = i == 0 ? 0 : from[i - 1].end; at < end;) {
        const char32_t c = next_code_point(text_, at);
        if (c == U'(' || c == U'（') open = i;
        if (c != U')' && c != U'）') continue;
        if (open && *open < i) normal_.asides.push_back({*open, i});
        open.reset();
      }
    }
  }

  std::string_view text_;
  Layer upto_;
  const icu::Normalizer2& canonical_;
  const icu::Normalizer2& compatibility_;
  NormalText normal_;
  NormalText::Gap gap_ = NormalText::Gap::none;  // since the last character
  bool space_ = false;                           // among it
  std::uint32_t kept_until_ = 0;                 // letters before this place of the text keep their case
};

}  // namespace

NormalText normalize(std::string_view text, Layer upto) {
  if (upto == Layer::raw) {
    NormalText normal;
    for (std::uint32_t at = 0; at < text.size();) {
      const std::uint32_t begin = at;
      normal.chars.push_back(next_code_point(text, at));
      normal.from.push_back({begin, at});
      normal.gap_before.push_back(NormalText::Gap::none);
    }
    return normal;
  }
  return Folder(text, upto).run();
}

Layer first_equal_layer(std::string_view left, std::string_view right) {
  if (left == right) return Layer::raw;
  for (const Layer layer : {Layer::repair, Layer::punctuation, Layer::script, Layer::region}) {
    if (normalize(left, layer).chars == normalize(right, layer).chars) return layer;
  }
  return Layer::wording;
}

TextRange<SourceText> NormalText::to_source(TextRange<Normal> range) const {
  if (range.empty()) {
    const std::uint32_t at = range.begin == 0 ? (from.empty() ? 0 : from.front().begin) : from[range.begin - 1].end;
    return {at, at};
  }
  return {from[range.begin].begin, from[range.end - 1].end};
}

TextRange<Normal> NormalText::to_normal(TextRange<SourceText> range) const {
  const auto begin = std::partition_point(from.begin(), from.end(), [&](auto f) { return f.begin < range.begin; });
  const auto end = std::partition_point(begin, from.end(), [&](auto f) { return f.end <= range.end; });
  return {static_cast<std::uint32_t>(begin - from.begin()), static_cast<std::uint32_t>(end - from.begin())};
}

void NormalText::leave_out(const std::vector<TextRange<Normal>>& ranges) {
  std::uint32_t kept = 0;
  // What lies wholly in what is kept, where it stands now.
  struct Moved {
    std::vector<TextRange<Normal>>& all;
    std::vector<TextRange<Normal>>::iterator next = all.begin(), kept = next;
    void keep_in(TextRange<Normal> part, std::uint32_t to) {
      for (; next != all.end() && next->begin < part.end; ++next) {
        if (part.contains(*next)) *kept++ = {next->begin - part.begin + to, next->end - part.begin + to};
      }
    }
    void drop_rest() { all.erase(kept, all.end()); }
  };
  Moved words{renamed}, in_brackets{asides};
  const auto keep = [&](TextRange<Normal> part) {
    words.keep_in(part, kept);
    in_brackets.keep_in(part, kept);
    for (std::uint32_t i = part.begin; i < part.end; ++i, ++kept) {
      chars[kept] = chars[i];
      from[kept] = from[i];
      gap_before[kept] = i == part.begin && part.begin > 0 ? Gap::mark : gap_before[i];
    }
  };
  std::uint32_t begin = 0;
  for (const auto range : ranges) {
    keep({begin, range.begin});
    begin = range.end;
  }
  keep({begin, static_cast<std::uint32_t>(chars.size())});
  words.drop_rest();
  in_brackets.drop_rest();
  chars.resize(kept);
  from.resize(kept);
  gap_before.resize(kept);
}

}  // namespace yiwen
