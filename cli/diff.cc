// SPDX-License-Identifier: Apache-2.0
//
// yiwen diff A B: the finished report of two texts, told in the order of the first one as a unified diff would:
//
//   @@ 12 | 14 @@
//   -全面推進國家各方面工作[-法治化-]
//   +全面推进国家各方面工作{+法制化+}
//    critical policy-term: protected pair 法治/法制
//
// A hunk is a row of the synopsis with all that was found in it, or one finding that belongs to no row. Nothing is
// compared here: the words that are marked are the readings that the report names.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/code_point_text.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/one_text.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "report/escape.h"
#include "report/reasons.h"
#include "report/strings.h"

namespace yiwen::cli {
namespace {

// A passage longer than this is shown by its begin and end: the reader wants to know which one it is.
constexpr std::uint32_t kMaxShownChars = 240;

// The reason as the language has it; as the rule gave it for English and where the table does not know it.
std::string reason(const std::string& why, Language language) {
  return terminal_safe(translated_reason(why, language).value_or(why));
}

class TwoTexts {
 public:
  // REQUIRES: report has two documents and outlives this; left is the index of the first one; language is not automatic
  TwoTexts(const Report& report, std::uint32_t left, Style style, Language language)
      : report_(report),
        left_(left),
        style_(style),
        language_(language),
        texts_{CodePointText(report.documents[0].text), CodePointText(report.documents[1].text)} {
    for (const auto& cluster : report.clusters) {
      const auto a = first_place(cluster, left_);
      const auto b = first_place(cluster, right());
      if (a && b) in_left_.emplace_back(b->range.begin, a->range.begin);
    }
    std::sort(in_left_.begin(), in_left_.end());
  }

  [[nodiscard]] std::string hunks(const std::vector<const Finding*>& findings) const {
    std::map<std::uint32_t, std::vector<const Finding*>> rows;  // by cluster
    std::vector<std::pair<std::uint32_t, std::string>> hunks;   // by place in the left text
    for (const auto* finding : findings) {
      if (finding->cluster) {
        rows[*finding->cluster].push_back(finding);
      } else {
        hunks.emplace_back(order(places_of(*finding)), lone(*finding));
      }
    }
    for (const auto& [cluster, found] : rows) {
      std::vector<Place> places;
      for (const auto& member : report_.clusters[cluster].members) places.push_back(member.place);
      hunks.emplace_back(order(places), row(places, found));
    }
    std::stable_sort(hunks.begin(), hunks.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string all;
    for (const auto& [at, hunk] : hunks) all += hunk;
    return all;
  }

 private:
  [[nodiscard]] std::uint32_t right() const { return 1 - left_; }

  [[nodiscard]] static std::optional<Place> first_place(const ReportCluster& cluster, std::uint32_t document) {
    std::optional<Place> first;
    for (const auto& member : cluster.members) {
      if (member.place.document == document && (!first || member.place < *first)) first = member.place;
    }
    return first;
  }

  [[nodiscard]] static std::vector<Place> places_of(const Finding& finding) {
    std::vector<Place> places;
    if (finding.place) places.push_back(*finding.place);
    if (finding.other) places.push_back(*finding.other);
    for (const auto& reading : finding.readings)
      places.insert(places.end(), reading.members.begin(), reading.members.end());
    return places;
  }

  // Where in the left text a reader looks for these places; for what the right text alone has, behind the row that
  // stands before it there.
  [[nodiscard]] std::uint32_t order(const std::vector<Place>& places) const {
    std::uint32_t in_left = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t in_right = in_left;
    for (const auto& place : places) {
      auto& first = place.document == left_ ? in_left : in_right;
      first = std::min(first, place.range.begin);
    }
    if (in_left != std::numeric_limits<std::uint32_t>::max()) return in_left;
    const auto behind = std::upper_bound(in_left_.begin(), in_left_.end(),
                                         std::pair(in_right, std::numeric_limits<std::uint32_t>::max()));
    return behind == in_left_.begin() ? 0 : std::prev(behind)->second;
  }

  [[nodiscard]] std::string line_number(const std::vector<Place>& places, std::uint32_t document) const {
    for (const auto& place : places) {
      if (place.document == document) return std::to_string(texts_[document].line_of(place.range.begin));
    }
    return "-";
  }

  [[nodiscard]] std::string head(const std::vector<Place>& places) const {
    return style_.faint(fmt::format("@@ {} | {} @@", line_number(places, left_), line_number(places, right()))) + "\n";
  }

  [[nodiscard]] std::string sign(std::uint32_t document) const { return document == left_ ? "-" : "+"; }

  [[nodiscard]] std::string marked(std::uint32_t document, CodePointRange range) const {
    const auto text = terminal_safe(texts_[document].slice(range));
    return document == left_ ? style_.taken_out(text) : style_.put_in(text);
  }

  // The text at the place with the words that differ marked in it. REQUIRES: marks are sorted
  [[nodiscard]] std::string line(const Place& place, const std::vector<Place>& marks) const {
    std::string out = sign(place.document);
    std::uint32_t at = place.range.begin;
    for (const auto& mark : marks) {
      if (mark.document != place.document || mark.range.begin < at || mark.range.end > place.range.end) continue;
      out += terminal_safe(texts_[place.document].slice({at, mark.range.begin}));
      out += marked(place.document, mark.range);
      at = mark.range.end;
    }
    return out + terminal_safe(texts_[place.document].slice({at, place.range.end})) + "\n";
  }

  [[nodiscard]] std::string left_out(std::uint32_t characters) const {
    const std::string count = std::to_string(characters);
    return language_ == Language::en ? count + " characters" : say(Phrase::more_characters, language_, {count});
  }

  // A whole passage that is the finding, shortened in its middle.
  [[nodiscard]] std::string passage(const Place& place) const {
    if (place.range.size() <= kMaxShownChars) return sign(place.document) + marked(place.document, place.range) + "\n";
    const auto half = kMaxShownChars / 2;
    return sign(place.document) + marked(place.document, {place.range.begin, place.range.begin + half}) +
           style_.faint(" … " + left_out(place.range.size() - 2 * half) + " … ") +
           marked(place.document, {place.range.end - half, place.range.end}) + "\n";
  }

  // English has the names of report.json, which scripts look for; the other languages those of the page.
  [[nodiscard]] std::string verdict(const Finding& finding) const {
    const bool english = language_ == Language::en;
    const std::string named(english ? to_string(finding.severity) : severity_name(finding.severity, language_));
    const std::string severity = finding.severity >= Severity::major ? style_.bold(named) : named;
    std::string what = to_string(finding.type);
    if (finding.type == FindingType::drift) what = finding.kind;
    if (finding.type != FindingType::drift && !finding.kind.empty() && finding.kind != what) what += " " + finding.kind;
    if (!english) what = heading_of(finding, language_);
    std::string line = fmt::format(" {} {}: {}", severity, what, reason(finding.why, language_));
    if (!finding.more.empty()) {
      const std::string more = std::to_string(finding.more.size());
      line += english ? " (and " + more + " more places)" : "（" + say(Phrase::more_places, language_, {more}) + "）";
    }
    return line + "\n";
  }

  [[nodiscard]] std::string row(std::vector<Place> places, const std::vector<const Finding*>& found) const {
    std::vector<Place> marks;
    std::string verdicts;
    for (const auto* finding : found) {
      for (const auto& place : places_of(*finding)) {
        if (!place.range.empty()) marks.push_back(place);
      }
      verdicts += verdict(*finding);
    }
    std::sort(marks.begin(), marks.end());
    std::sort(places.begin(), places.end(), [this](const Place& a, const Place& b) {
      return std::pair(a.document != left_, a) < std::pair(b.document != left_, b);
    });
    std::string out = head(places);
    for (const auto& place : places) out += line(place, marks);
    return out + verdicts;
  }

  [[nodiscard]] std::string lone(const Finding& finding) const {
    auto places = places_of(finding);
    std::stable_sort(places.begin(), places.end(),
                     [this](const Place& a, const Place& b) { return (a.document != left_) < (b.document != left_); });
    std::string out = head(places);
    for (const auto& place : places) {
      if (!place.range.empty()) out += passage(place);
    }
    return out + verdict(finding);
  }

  const Report& report_;
  std::uint32_t left_;
  Style style_;
  Language language_;
  std::array<CodePointText, 2> texts_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> in_left_;  // begin in the right text -> begin in the left one
};

std::string closing_line(const Report& report, std::uint32_t left, Language language) {
  std::array<std::size_t, 4> count{};
  for (const auto& finding : report.findings) ++count[static_cast<std::size_t>(finding.severity)];
  const auto& folded = report.documents[1 - left].folded;
  std::string line;
  if (language != Language::en) {
    for (const auto severity : {Severity::critical, Severity::major, Severity::minor}) {
      line += fmt::format("{}{} {}", line.empty() ? "" : "，", severity_name(severity, language),
                          count[static_cast<std::size_t>(severity)]);
    }
    line += fmt::format("；{}：", say(Phrase::set_aside, language));
    line += say(Phrase::set_aside_repair, language, {std::to_string(folded.repair)}) + "，";
    line += say(Phrase::set_aside_punctuation, language, {std::to_string(folded.punctuation)}) + "，";
    line += say(Phrase::set_aside_script, language, {std::to_string(folded.script)}) + "，";
    line += say(Phrase::set_aside_region, language, {std::to_string(folded.region)});
    return line + "\n";
  }
  for (const auto severity : {Severity::critical, Severity::major, Severity::minor}) {
    if (!line.empty()) line += ", ";
    line += fmt::format("{} {}", count[static_cast<std::size_t>(severity)], to_string(severity));
  }
  line += fmt::format("; set aside: {} repair, {} punctuation, {} script, {} region", folded.repair, folded.punctuation,
                      folded.script, folded.region);
  return line + "\n";
}

}  // namespace

int run(const DiffCommand& command) {
  auto pair = load_pair(command.left, command.right);
  if (!pair) return complain(pair.error());
  Options options = command.options;
  options.base = pair.value().front().id;
  const auto compared = compare(std::move(pair).value(), options);
  if (!compared) return complain(compared.error());
  const Report& report = compared.value();
  complain(report.diagnostics, command.quiet ? Loudness::errors_only : Loudness::warnings_too);
  if (report.documents.size() != 2) return kTrouble;  // the diagnostics have said why

  const std::uint32_t left = report.base;
  // Texts that share nothing have no place in which they differ, and are not the same for all that.
  const ReportDocument& other = report.documents[1 - left];
  const bool apart = other.relation == Relation::related || other.relation == Relation::unrelated;
  std::vector<const Finding*> shown;
  bool found = apart;
  for (const auto& finding : report.findings) {
    found = found || finding.severity > Severity::folded;
    if (finding.severity > Severity::folded || command.show_folded) shown.push_back(&finding);
  }
  if (!command.quiet) {
    const Style style(use_color(command.color));
    const auto name = [&](std::uint32_t document) { return terminal_safe(report.documents[document].source); };
    std::string out;
    if (!shown.empty() || apart)
      out = style.bold("--- " + name(left)) + "\n" + style.bold("+++ " + name(1 - left)) + "\n";
    const Language language = spoken_language(report, command.language);
    if (apart) {
      const std::string_view relation =
          language == Language::en ? to_string(other.relation) : relation_name(other.relation, language);
      out += fmt::format(" {}: {}\n", relation, reason(other.relation_why, language));
    }
    out += TwoTexts(report, left, style, language).hunks(shown);
    if (const int printed = print(out + closing_line(report, left, language)); printed != kFine) return printed;
  }
  return found ? kFound : kFine;
}

}  // namespace yiwen::cli
