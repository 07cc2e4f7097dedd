// SPDX-License-Identifier: Apache-2.0
#include "extract/page_fields.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "extract/dates.h"
#include "extract/field_value.h"
#include "extract/folded_text.h"
#include "extract/html_pieces.h"
#include "extract/page_words.h"
#include "extract/piece_kinds.h"

namespace yiwen {

namespace {

// More running text than this in one piece, and it is no line of values.
constexpr std::uint32_t kLongRun = 40;
// Values of fields (names of outlets, authors) are no shorter and no longer, in characters.
constexpr std::size_t kShortestField = 2;
constexpr std::size_t kLongestField = 40;

// http://www.example.com, as some sites print in front of the day: no name.
bool is_address(std::string_view value) {
  return value.find("://") != std::string_view::npos || value.starts_with("www.");
}

TextRange<SourceText> without_blanks(std::string_view text, std::size_t begin, std::size_t end) {
  begin = std::min(begin, end);
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && text[end - 1] == ' ') --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

class PageFields {
 public:
  PageFields(const ReadPage& read, const std::vector<std::uint32_t>& piece_at) : read_(read), piece_at_(piece_at) {}

  [[nodiscard]] std::vector<MarkedField> find() {
    add_fields();
    return std::move(fields_);
  }

 private:
  [[nodiscard]] const HtmlElement& element(std::uint32_t i) const { return read_.page.elements[i]; }
  [[nodiscard]] const HtmlPiece& piece(std::uint32_t i) const { return read_.page.pieces[i]; }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(read_.page.pieces.size()); }

  void add_fields() {
    using Role = MarkedField::Role;
    const std::uint32_t top = read_.title.piece.value_or(read_.place.begin);
    const auto add = [&](Role role, std::uint32_t i, std::size_t begin, std::size_t end) {
      const std::string_view value = std::string_view(piece(i).text).substr(begin, end - begin);
      const TextRange<SourceText> range{0, static_cast<std::uint32_t>(value.size())};
      if (role == Role::date) {
        const FoldedText folded = fold_for_cues(value, range);
        for (std::size_t at = 0; at < folded.size(); ++at) {
          const DateMatch date = match_date(folded.chars, at);
          if (!date.has_date) continue;
          const TextRange<SourceText> found = folded.source(at, at + date.size);
          const auto base = static_cast<std::uint32_t>(piece_at_[i] + begin);
          fields_.push_back({role, {base + found.begin, base + found.end}});
          return;
        }
        return;
      }
      TextRange<SourceText> found = field_value(value);
      if (role == Role::author) {
        if (page_words("label-editor").occurs_in(fold_for_cues(value, range).chars)) role = Role::editor;
        for (const std::string_view slash : {"／", "/"}) {  // 江佩珊／高雄報導
          if (const std::size_t at = value.find(slash, found.begin); at < found.end && at > found.begin)
            found.end = static_cast<std::uint32_t>(at);
        }
      }
      const std::uint32_t length = count_code_points(value.substr(found.begin, found.size()));
      if (length < kShortestField || length > kLongestField) return;
      if (is_address(value.substr(found.begin, found.size()))) return;
      const auto base = static_cast<std::uint32_t>(piece_at_[i] + begin);
      fields_.push_back({role, {base + found.begin, base + found.end}});
    };
    if (read_.title.piece) {
      const std::string& stated = read_.stated.title;
      const std::size_t at = stated.empty() ? std::string::npos : piece(*read_.title.piece).text.find(stated);
      const auto size = static_cast<std::uint32_t>(stated.size()), from = static_cast<std::uint32_t>(at);
      const auto found =
          at == std::string::npos ? title_beside_badge() : std::optional(TextRange<SourceText>{from, from + size});
      const std::uint32_t base = piece_at_[*read_.title.piece];
      if (found) fields_.push_back({Role::title, {base + found->begin, base + found->end}});
    }
    for (std::uint32_t k = 1; k < read_.page.elements.size(); ++k) {
      const HtmlElement& e = element(k);
      if (!(e.hints.date || e.hints.outlet || e.hints.author || e.hints.editor)) continue;
      std::uint32_t i = e.begin_piece;
      std::size_t begin = e.begin, end = e.end;
      if (!is_inline(e)) {
        if (e.end_piece != e.begin_piece + 1) continue;
        begin = 0, end = piece(i).text.size();
      }
      if (i >= count() || (is_inline(e) && e.end_piece != i) || begin >= end) continue;
      end = std::min(end, piece(i).text.size());
      const bool near_title = i + kReachAboveTitle >= top && i < read_.place.begin + 2;
      const bool near_end = i + 2 >= read_.place.end && i < read_.place.end + kReachBelowStory;
      if (!near_title && !near_end) continue;
      if (read_.kinds[i] && (is_noise(*read_.kinds[i]) || read_.kinds[i] == BlockKind::title)) continue;
      if (begin >= end || weight_of(piece(i)) > kLongRun) continue;
      if (e.hints.date && near_title) add(Role::date, i, begin, end);
      if (e.hints.outlet && !e.hints.author) add(Role::outlet, i, begin, end);
      if (e.hints.author && !e.hints.date) add(Role::author, i, begin, end);
      if (e.hints.editor && near_end) add(Role::editor, i, begin, end);
    }
    for (std::uint32_t i = 0; i < count(); ++i) {
      if (is_near_below_title(i, read_.place, read_.title) && read_.kinds[i] == BlockKind::byline &&
          is_date_line(piece(i)))
        add(Role::date, i, 0, piece(i).text.size());
    }
    place_outlet();
    place_late_date();
    // Those below the title come first.
    const std::uint32_t title_at = read_.title.piece ? piece_at_[*read_.title.piece] : 0;
    std::stable_partition(fields_.begin(), fields_.end(),
                          [&](const MarkedField& field) { return field.range.begin >= title_at; });
  }

  // <a>[求助]</a> <span>末班车几点开</span>: two elements fill the line, and one of them is a badge.
  [[nodiscard]] std::optional<TextRange<SourceText>> title_beside_badge() const {
    const std::uint32_t title = *read_.title.piece;
    const std::string& text = piece(title).text;
    std::vector<TextRange<SourceText>> parts;
    for (std::uint32_t k = 1; k < read_.page.elements.size(); ++k) {
      const HtmlElement& e = element(k);
      if (!is_inline(e) || e.begin_piece != title || e.end_piece != title) continue;
      const TextRange<SourceText> part = without_blanks(text, e.begin, std::min<std::size_t>(e.end, text.size()));
      if (!part.empty()) parts.push_back(part);
    }
    for (const TextRange<SourceText>& badge : parts) {
      const TextRange<SourceText> before = without_blanks(text, 0, badge.begin);
      const TextRange<SourceText> behind = without_blanks(text, badge.end, text.size());
      const TextRange<SourceText>& rest = before.empty() ? behind : before;
      if (before.empty() == behind.empty() || std::find(parts.begin(), parts.end(), rest) == parts.end()) continue;
      const std::u32string words = bare(text.substr(badge.begin, badge.size()));
      if (!words.empty() && page_words("badge").match(words, 0) == words.size()) return rest;
    }
    return std::nullopt;
  }

  // 发布日期：2026-03-19 below the story, where nothing above it gives a day.
  void place_late_date() {
    const auto known = [](const MarkedField& field) { return field.role == MarkedField::Role::date; };
    if (!read_.stated.date.empty() || std::any_of(fields_.begin(), fields_.end(), known)) return;
    std::uint32_t story_end = read_.place.end;
    while (story_end > read_.title.text_begin && weight_of(piece(story_end - 1)) == 0) --story_end;
    for (std::uint32_t i = 0; i < read_.place.end; ++i) {
      if (i >= story_end && read_.kinds[i] && is_noise(*read_.kinds[i])) continue;
      if (const auto metadata = metadata_of(piece(i)); metadata && metadata->date) return;
    }
    const WordTable& labels = page_words("label-date");
    for (std::uint32_t i = story_end; i < std::min(count(), read_.place.end + kReachBelowStory); ++i) {
      if (weight_of(piece(i)) > kLongRun) continue;
      const FoldedText folded = fold_for_cues(piece(i).text, {0, static_cast<std::uint32_t>(piece(i).text.size())});
      for (std::size_t at = 0; at < folded.size(); ++at) {
        const std::size_t label = labels.match(folded.chars, at);
        std::size_t begin = at + label;
        if (label == 0 || begin >= folded.size() || folded.chars[begin] != ':') continue;
        while (++begin < folded.size() && folded.chars[begin] == ' ') {
        }
        const DateMatch date = begin < folded.size() ? match_date(folded.chars, begin) : DateMatch{};
        if (!date.has_date) continue;
        const TextRange<SourceText> found = folded.source(begin, begin + date.size);
        fields_.push_back({MarkedField::Role::date, {piece_at_[i] + found.begin, piece_at_[i] + found.end}});
        return;
      }
    }
  }

  // The outlet that the head names, where the lines around the title name it too.
  void place_outlet() {
    const std::string& outlet = read_.stated.outlet;
    const auto known = [](const MarkedField& field) { return field.role == MarkedField::Role::outlet; };
    if (outlet.empty() || std::any_of(fields_.begin(), fields_.end(), known)) return;
    const std::uint32_t top = read_.title.piece.value_or(read_.place.begin);
    for (std::uint32_t i = top - std::min(top, kReachAboveTitle); i < std::min(count(), read_.title.text_begin + 2);
         ++i) {
      if (weight_of(piece(i)) > 0 || (read_.kinds[i] && read_.kinds[i] != BlockKind::byline)) continue;
      const std::size_t at = piece(i).text.find(outlet);
      if (at == std::string::npos) continue;
      const auto begin = static_cast<std::uint32_t>(piece_at_[i] + at);
      fields_.push_back({MarkedField::Role::outlet, {begin, begin + static_cast<std::uint32_t>(outlet.size())}});
      return;
    }
  }

  const ReadPage& read_;
  const std::vector<std::uint32_t>& piece_at_;
  std::vector<MarkedField> fields_;
};

}  // namespace

std::vector<MarkedField> page_fields(const ReadPage& read, const std::vector<std::uint32_t>& piece_at) {
  return PageFields(read, piece_at).find();
}

}  // namespace yiwen
