// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "classify/places.h"
#include "classify/renamed_words.h"
#include "classify/standing.h"
#include "diff/stated_day.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace {

struct Slot {
  const char* kind;
  std::optional<TextRange<SourceText>> Article::*where;
  Severity severity;
  const char* why;
};

// A changed title is the gravest finding there is; a reprint must name its source; dates and editors differ by nature.
constexpr std::array<Slot, 5> kSlots = {{
    {"title", &Article::title, Severity::critical, "the titles differ"},
    {"source", &Article::outlet, Severity::minor, "the texts name different sources"},
    {"byline", &Article::byline, Severity::minor, "the texts name different authors"},
    {"date-line", &Article::date, Severity::minor, "the texts bear different dates"},
    {"editor", &Article::editor, Severity::folded, "each outlet has its own editor"},
}};

// What stands in the next line that is not blank, folded.
std::u32string line_behind(std::string_view text, std::uint32_t at) {
  const auto begin = text.find_first_not_of(" \t\r\n", at);
  if (begin == std::string_view::npos) return {};
  return normalize(text.substr(begin, text.find('\n', begin) - begin), Layer::script).chars;
}

// Whether one is the headline of two lines that the other prints in one: the whole is the part and the line below it.
bool is_headline_of_two_lines(std::u32string_view whole, std::u32string_view part, const PrintedWitness& of_part) {
  return !part.empty() && whole.size() > part.size() && whole.starts_with(part) &&
         whole.substr(part.size()) == line_behind(of_part.text, of_part.article->title->end);
}

// The title of a notice: who gives it, and what it is. 某某股份有限公司关于…的公告, 某某股份：关于…的公告.
struct NoticeTitle {
  std::u32string issuer, notice;  // folded
  bool in_short = false;
};

std::optional<NoticeTitle> notice_title(std::string_view printed) {
  constexpr std::u32string_view kCompany = U"公司";
  constexpr std::size_t kShortestName = 2, kLongestName = 8;  // of a company at the exchange
  const auto folded = [](std::u32string_view chars) { return normalize(to_utf8(chars), Layer::script).chars; };
  const std::u32string chars = to_utf32(printed);
  const auto colon = chars.find_first_of(U":：");
  if (colon != std::u32string::npos && colon >= kShortestName && colon <= kLongestName)
    return NoticeTitle{folded(chars.substr(0, colon)), folded(chars.substr(colon + 1)), true};
  const auto company = chars.find(kCompany);
  if (company == 0 || company == std::u32string::npos) return std::nullopt;
  return NoticeTitle{folded(chars.substr(0, company)), folded(chars.substr(company + kCompany.size()))};
}

// Whether two titles are of one notice, and one names who gives it in short: 澜湾海盐 is 澜湾海盐股份有限公司.
bool are_titles_of_one_notice(std::string_view left, std::string_view right) {
  auto a = notice_title(left), b = notice_title(right);
  if (!a || !b || a->notice != b->notice || a->notice.empty() || a->in_short == b->in_short) return false;
  if (b->in_short) std::swap(a, b);
  std::size_t found = 0;
  for (const char32_t c : b->issuer) {
    if (found < a->issuer.size() && c == a->issuer[found]) ++found;
  }
  return found == a->issuer.size();
}

// Whether one title is the other behind who speaks, whom the other text names in the lines below its title:
// 林默：在…大会上的讲话 and 在…大会上的讲话 | 2031年3月5日 | 林默.
bool names_speaker(std::string_view longer, std::u32string_view shorter, const PrintedWitness& of_shorter) {
  constexpr std::size_t kShortestName = 2, kLongestName = 12;  // characters
  constexpr std::size_t kHead = 120;                           // bytes below the title: its day and who speaks
  const std::u32string chars = to_utf32(longer);
  const auto colon = chars.find_first_of(U":：");
  if (colon == std::u32string::npos || colon < kShortestName || colon > kLongestName) return false;
  const auto folded = [](std::u32string_view text) { return normalize(to_utf8(text), Layer::script).chars; };
  if (folded(std::u32string_view(chars).substr(colon + 1)) != shorter) return false;
  const auto title_end = of_shorter.article->title->end;
  const auto line_end = of_shorter.text.find('\n', std::min(title_end + kHead, of_shorter.text.size()));
  const auto head = normalize(of_shorter.text.substr(title_end, line_end - title_end), Layer::script).chars;
  return head.find(folded(std::u32string_view(chars).substr(0, colon))) != std::u32string::npos;
}

// A conversion between the scripts exchanged words of regions, and nothing else differs. REQUIRES: each reading has
// members
bool renamed_by_conversion(std::span<const PrintedWitness> witnesses,
                           std::span<const std::pair<std::u32string, Reading>> readings) {
  const auto traditional = are_traditional(witnesses);
  const auto& base = readings.front().second;
  return std::all_of(readings.begin() + 1, readings.end(), [&](const auto& reading) {
    const Reading& other = reading.second;
    return traditional[base.members.front().document] != traditional[other.members.front().document] &&
           normalize(base.text).chars == normalize(other.text).chars && !one_is_latin(base.text, other.text);
  });
}

// 1949年9月21日 and 一九四九年九月二十一日; the hour may differ.
bool state_one_day(std::span<const std::pair<std::u32string, Reading>> readings) {
  const auto day = stated_day(readings.front().first);
  return day && std::all_of(readings.begin() + 1, readings.end(),
                            [&](const auto& reading) { return stated_day(reading.first) == day; });
}

}  // namespace

std::vector<Finding> compare_self_descriptions(std::span<const PrintedWitness> witnesses,
                                               std::span<const Standing> standings, std::uint32_t base,
                                               std::span<const ProtectedPair> own_pairs) {
  std::vector<Finding> findings;
  for (const auto& slot : kSlots) {
    if (!(witnesses[base].article->*slot.where)) continue;
    std::vector<std::pair<std::u32string, Reading>> readings;
    const auto add = [&](std::uint32_t w) {
      const auto& range = witnesses[w].article->*slot.where;
      if (!range) return;
      const auto printed = witnesses[w].text.substr(range->begin, range->size());
      // A title is told with the words of its region: 人工智能 and AI match, and are not one title.
      auto key = normalize(printed, slot.where == &Article::title ? Layer::script : Layer::region).chars;
      // 2026-03-05 and 2026年3月5日 08:45 are one day; the hour is when a page was made.
      if (slot.where == &Article::date && witnesses[w].day) key = to_utf32(std::to_string(*witnesses[w].day));
      auto reading = std::find_if(readings.begin(), readings.end(), [&](const auto& r) {
        if (r.first == key || slot.where != &Article::title) return r.first == key;
        const auto first = r.second.members.front().document;
        return is_headline_of_two_lines(r.first, key, witnesses[w]) ||
               is_headline_of_two_lines(key, r.first, witnesses[first]);
      });
      if (reading == readings.end()) {
        readings.emplace_back(std::move(key), Reading{std::string(printed), {}});
        reading = readings.end() - 1;
      }
      reading->second.members.push_back({w, witnesses[w].code_points(*range)});
    };
    add(base);
    for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
      const auto relation = standings[w].relation;
      if (w != base && relation != Relation::related && relation != Relation::unrelated) add(w);
    }
    if (readings.size() < 2) continue;
    Finding finding;
    finding.type = FindingType::drift;
    finding.kind = slot.kind;
    finding.severity = slot.severity;
    finding.why = slot.why;
    // An excerpt or a digest inside another story has a title of its own; only a reprint answers for the original one.
    const bool reprint_differs = std::any_of(readings.begin() + 1, readings.end(), [&](const auto& reading) {
      return std::any_of(reading.second.members.begin(), reading.second.members.end(),
                         [&](const Place& place) { return standings[place.document].relation == Relation::reprint; });
    });
    if (slot.where == &Article::date && state_one_day(readings)) {
      finding.severity = Severity::folded;
      finding.why = "the texts bear the same day, written in another way";
    }
    if (slot.where == &Article::title && !reprint_differs) {
      finding.severity = Severity::minor;
      finding.why = "the titles differ, but only those of excerpts and digests, which have titles of their own";
    }
    if (slot.where == &Article::title && finding.severity == Severity::critical) {
      const auto text_of = [&](const Place& place) {
        const auto w = place.document;
        return TextOfWitness{w, witnesses[w].witness->normal->to_normal(*witnesses[w].article->title)};
      };
      const auto base_title = text_of(readings.front().second.members.front());
      const bool style = std::all_of(readings.begin() + 1, readings.end(), [&](const auto& reading) {
        return differ_in_style_alone(witnesses, base_title, text_of(reading.second.members.front()), own_pairs);
      });
      if (style) {
        finding.severity = renamed_by_conversion(witnesses, readings) ? Severity::folded : Severity::minor;
        finding.why = "the titles differ in the words of another region or in notation alone";
      }
    }
    if (slot.where == &Article::title && finding.severity == Severity::critical &&
        std::all_of(readings.begin() + 1, readings.end(), [&](const auto& reading) {
          return are_titles_of_one_notice(readings.front().second.text, reading.second.text);
        })) {
      finding.severity = Severity::minor;
      finding.why = "the titles are of one notice and name who gives it in full and in short";
    }
    if (slot.where == &Article::title && finding.severity == Severity::critical &&
        std::all_of(readings.begin() + 1, readings.end(), [&](const auto& reading) {
          const auto& base_reading = readings.front();
          const auto first = [&](const Reading& r) -> const PrintedWitness& {
            return witnesses[r.members.front().document];
          };
          return names_speaker(base_reading.second.text, reading.first, first(reading.second)) ||
                 names_speaker(reading.second.text, base_reading.first, first(base_reading.second));
        })) {
      finding.severity = Severity::minor;
      finding.why = "one title names who speaks, whom the other text names below its title";
    }
    for (auto& [key, reading] : readings) finding.readings.push_back(std::move(reading));
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace yiwen
