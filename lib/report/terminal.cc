// SPDX-License-Identifier: Apache-2.0
//
// The report as a summary for a terminal: the verdict, the witnesses, then the findings with the gravest first.
// Critical and major ones in full; minor ones as counts and the first few. Marked words stand in 〖 〗, so that nothing
// is said by colour alone and a copied line keeps its meaning.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/display_width.h"
#include "report/escape.h"
#include "report/lookup.h"
#include "report/reasons.h"
#include "report/strings.h"
#include "report/verdict.h"
#include "report/writers.h"

namespace yiwen {
namespace {

// A story of hundreds of reprints would run for thousands of lines; what is left out is counted, and stands in the
// files.
constexpr std::size_t kMajorShown = 40;      // major findings: some eight screens. Critical ones are all shown
constexpr std::size_t kMinorShown = 5;       // minor findings listed singly: a screen holds them below the rest
constexpr std::uint32_t kTextsShown = 40;    // rows of the table of texts, the base's among them
constexpr std::size_t kSiglaShown = 12;      // texts named behind one reading; two lines of 80 columns hold as many
constexpr std::uint32_t kContextReach = 28;  // code points on either side of a place: two lines of 80 columns
constexpr std::uint32_t kWordsShown = 60;    // of the words of one place; a missing passage can be pages long
constexpr unsigned kNarrowest = 60;          // columns; narrower terminals get lines that they wrap themselves
constexpr const char* kRed = "\x1b[1;31m";
constexpr const char* kYellow = "\x1b[33m";
constexpr const char* kBold = "\x1b[1m";
constexpr const char* kFaint = "\x1b[2m";
constexpr const char* kPlain = "\x1b[0m";

class TerminalText {
 public:
  TerminalText(const Report& report, const TerminalOptions& options)
      : report_(report),
        lookup_(report),
        language_(spoken_language(report, options.language)),
        color_(options.color),
        width_(std::max(options.width, kNarrowest)) {}

  std::string write() && {
    write_verdict();
    if (!report_.documents.empty()) write_witnesses();
    write_grave(Severity::critical, report_.findings.size());
    write_grave(Severity::major, kMajorShown);
    write_minor();
    write_diagnostics();
    return std::move(out_);
  }

 private:
  std::string_view say(Phrase what) const { return yiwen::say(what, language_); }
  std::string say(Phrase what, std::initializer_list<std::string> fill) const {
    return yiwen::say(what, language_, fill);
  }
  std::string painted(const char* paint, std::string_view text) const {
    return color_ ? fmt::format("{}{}{}", paint, text, kPlain) : std::string(text);
  }
  const char* paint_of(Severity severity) const {
    return severity == Severity::critical ? kRed : severity == Severity::major ? kYellow : kFaint;
  }
  void line(std::string_view text) { out_.append(text).append("\n"); }

  // Wrapped to the width, later lines indented by `indent` as the first one is.
  void paragraph(std::string_view lead, std::string_view text, const char* paint = nullptr) {
    const unsigned indent = display_columns(lead);
    const std::string blank(indent, ' ');
    const std::vector<std::string> lines = wrapped(text, width_ > indent + 20 ? width_ - indent : 20);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out_.append(i == 0 ? lead : std::string_view(blank));
      line(paint != nullptr ? painted(paint, lines[i]) : with_marks_painted(lines[i]));
    }
  }

  std::string with_marks_painted(std::string text) const {
    if (!color_) return text;
    for (std::size_t at = 0; (at = text.find("〖", at)) != std::string::npos; at += 4) text.insert(at, kBold), at += 4;
    for (std::size_t at = 0; (at = text.find("〗", at)) != std::string::npos; at += 4)
      text.insert(at + 3, kPlain), at += 3;
    return text;
  }

  void write_verdict() {
    std::string_view title = report_.base < report_.documents.size() ? lookup_.title(report_.base) : "";
    line(
        painted(kBold, clipped(title.empty() ? std::string(say(Phrase::report_title)) : terminal_safe(title), width_)));
    const auto count = [&](Severity severity) { return std::to_string(lookup_.count(severity)); };
    const char* paint = lookup_.count(Severity::critical) > 0 ? kRed
                        : lookup_.count(Severity::major) > 0  ? kYellow
                                                              : kBold;
    paragraph("", verdict(lookup_, language_), paint);
    paragraph("", fmt::format("{} · {} {} · {} {} · {} {} · {} {}",
                              say(Phrase::texts, {std::to_string(report_.documents.size())}), say(Phrase::critical),
                              count(Severity::critical), say(Phrase::major), count(Severity::major), say(Phrase::minor),
                              count(Severity::minor), say(Phrase::folded), lookup_.set_aside()));
    const std::uint32_t settled = lookup_.count(Ruling::accepted) + lookup_.count(Ruling::ignored);
    if (settled > 0) paragraph("", say(Phrase::settled_aside, {std::to_string(settled)}));
  }

  void write_witnesses() {
    std::vector<std::vector<std::string>> rows;
    rows.push_back({"", std::string(say(Phrase::source)), std::string(say(Phrase::relation)),
                    std::string(say(Phrase::coverage)), std::string(say(Phrase::critical)),
                    std::string(say(Phrase::major)), std::string(say(Phrase::minor))});
    for (std::uint32_t i = 0; i < report_.documents.size(); ++i) {
      if (rows.size() > kTextsShown) break;
      const bool room_for_base = rows.size() < kTextsShown || report_.base < i;
      if (!room_for_base && i != report_.base) continue;
      const ReportDocument& document = report_.documents[i];
      const std::string name = terminal_safe(lookup_.name(i)), id = terminal_safe(document.id);
      std::vector<std::string> row = {lookup_.siglum(i), name == id ? id : fmt::format("{}  {}", name, id),
                                      std::string(relation_name(document.relation, language_)),
                                      fmt::format("{:.0f} %", document.coverage * 100)};
      for (const Severity severity : {Severity::critical, Severity::major, Severity::minor}) {
        const std::uint32_t count = lookup_.count(i, severity);
        row.push_back(count == 0 ? "·" : std::to_string(count));
      }
      rows.push_back(std::move(row));
    }
    std::vector<unsigned> widths(rows[0].size());
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_columns(row[i]));
    }
    unsigned others = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) others += i == 1 ? 2 : widths[i] + 2;
    widths[1] = std::min(widths[1], width_ > others + 12 ? width_ - others : 12);
    out_ += '\n';
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::string text;
      for (std::size_t i = 0; i < rows[r].size(); ++i) {
        const std::string cell = clipped(rows[r][i], widths[i]);
        const std::string blank(widths[i] - display_columns(cell), ' ');
        text += i >= 3 ? blank + cell : cell + blank;  // numbers stand to the right
        if (i + 1 < rows[r].size()) text += "  ";
      }
      line(r == 0 ? painted(kFaint, text) : text);
    }
    if (const std::size_t shown = rows.size() - 1; shown < report_.documents.size()) {
      paragraph("     ", say(Phrase::left_out_texts, {std::to_string(report_.documents.size() - shown)}), kFaint);
    }
  }

  // The sigla of the documents of these places, each once; of many the first and how many there are.
  std::string sigla_of(const std::vector<Place>& places) const {
    std::vector<std::string> sigla;
    std::uint32_t last = ~std::uint32_t{0};
    for (const Place& place : places) {
      if (place.document == last) continue;
      sigla.push_back(place.document < report_.documents.size() ? lookup_.siglum(place.document) : "?");
      last = place.document;
    }
    const std::size_t all = sigla.size();
    if (all <= kSiglaShown) return fmt::format("{}", fmt::join(sigla, " "));
    sigla.resize(kSiglaShown);
    return fmt::format("{} … ({})", fmt::join(sigla, " "), all);
  }

  // The middle of long words is left out: their begin and their end say which words they are.
  static std::string shortened(std::string_view text) {
    const SlicedText sliced(text);
    if (sliced.size() <= kWordsShown) return terminal_safe(text);
    return terminal_safe(sliced.slice({0, kWordsShown * 2 / 3})) + " …… " +
           terminal_safe(sliced.slice({sliced.size() - kWordsShown / 3, sliced.size()}));
  }

  // The reading alone has then said all there is.
  bool is_whole_sentence(const Place& place) const {
    const Context context = lookup_.context(place, kContextReach);
    return !place.range.empty() && context.before.empty() && context.after.empty();
  }

  void write_context(const Place& place) {
    if (place.document >= report_.documents.size()) return;
    const Context context = lookup_.context(place, kContextReach);
    const std::string words = place.range.empty() ? "∧" : shortened(context.words);
    paragraph(fmt::format("     {}  ", lookup_.siglum(place.document)),
              fmt::format("{}{}〖{}〗{}{}", context.cut_before ? "…" : "", terminal_safe(context.before), words,
                          terminal_safe(context.after), context.cut_after ? "…" : ""));
  }

  void write_quote(Phrase label, const Place& place) {
    if (place.document >= report_.documents.size()) return;
    paragraph(fmt::format("     {} ", lookup_.siglum(place.document)),
              fmt::format("{} 〖{}〗", say(label), shortened(lookup_.slice(place))));
  }

  void write_finding(const Finding& finding) {
    std::string head = fmt::format("{:>4} {} {}", finding.id,
                                   painted(paint_of(finding.severity), severity_name(finding.severity, language_)),
                                   painted(kBold, terminal_safe(heading_of(finding, language_))));
    if (finding.ruling != Ruling::none) head += fmt::format("  [{}]", ruling_name(finding.ruling, language_));
    if (!finding.more.empty()) head += "  " + say(Phrase::more_places, {std::to_string(finding.more.size())});
    line(head);
    for (std::size_t i = 0; i < finding.readings.size(); ++i) {
      const Reading& reading = finding.readings[i];
      const std::string words =
          reading.text.empty() ? std::string(say(Phrase::reading_absent)) : shortened(reading.text);
      paragraph(fmt::format("     {} ", circled_number(i + 1)), words + "  " + sigla_of(reading.members));
    }
    if (finding.type == FindingType::drift) {
      for (const Reading& reading : finding.readings) {
        if (!reading.members.empty() && !is_whole_sentence(reading.members.front())) {
          write_context(reading.members.front());
        }
      }
    } else if (finding.place) {
      write_context(*finding.place);
    }
    if (finding.other) write_quote(phrase_of_other(finding), *finding.other);
    if (!finding.why.empty())
      paragraph("     ", terminal_safe(translated_reason(finding.why, language_).value_or(finding.why)), kFaint);
  }

  void write_grave(Severity severity, std::size_t most) {
    std::size_t shown = 0;
    for (const Finding& finding : report_.findings) {
      if (finding.severity != severity || is_settled(finding) || shown == most) continue;
      out_ += '\n';
      write_finding(finding);
      ++shown;
    }
    write_left_out(severity, shown);
  }

  void write_left_out(Severity severity, std::size_t shown) {
    if (lookup_.count(severity) <= shown) return;
    paragraph("     ",
              say(Phrase::left_out_terminal,
                  {std::to_string(lookup_.count(severity) - shown), std::string(severity_name(severity, language_))}),
              kFaint);
  }

  // One line: what it is, the readings or the words, who has them.
  void write_short(const Finding& finding) {
    std::string text;
    for (const Reading& reading : finding.readings) {
      if (!text.empty()) text += " / ";
      text += reading.text.empty() ? std::string(say(Phrase::reading_absent)) : shortened(reading.text);
      text += " " + sigla_of(reading.members);
    }
    if (finding.readings.empty() && finding.place) {
      const Place& shown = finding.place->range.empty() && finding.other ? *finding.other : *finding.place;
      text = shortened(lookup_.slice(shown)) + " " + sigla_of({*finding.place});
    }
    if (!finding.more.empty()) text += " ×" + std::to_string(finding.more.size() + 1);
    const std::string lead = fmt::format("{:>4} {} ", finding.id, terminal_safe(heading_of(finding, language_)));
    const unsigned used = display_columns(lead);
    line(lead + clipped(text, width_ > used + 20 ? width_ - used : 20));
  }

  void write_minor() {
    std::map<std::string, std::uint32_t> kinds;
    for (const Finding& finding : report_.findings) {
      if (finding.severity == Severity::minor && !is_settled(finding))
        ++kinds[terminal_safe(heading_of(finding, language_))];
    }
    if (kinds.empty()) return;
    std::vector<std::pair<std::string, std::uint32_t>> by_count(kinds.begin(), kinds.end());
    std::stable_sort(by_count.begin(), by_count.end(),
                     [](const auto& left, const auto& right) { return left.second > right.second; });
    std::string counts;
    for (const auto& [kind, count] : by_count)
      counts += fmt::format("{}{} {}", counts.empty() ? "" : " · ", kind, count);
    out_ += '\n';
    paragraph(fmt::format("{} {}: ", say(Phrase::minor), lookup_.count(Severity::minor)), counts);
    std::size_t shown = 0;
    for (const Finding& finding : report_.findings) {
      if (finding.severity != Severity::minor || is_settled(finding)) continue;
      if (shown == kMinorShown) break;
      write_short(finding);
      ++shown;
    }
    write_left_out(Severity::minor, shown);
  }

  void write_diagnostics() {
    if (report_.diagnostics.empty() && report_.limits_hit.empty()) return;
    out_ += '\n';
    for (const std::string& limit : report_.limits_hit) {
      paragraph(fmt::format("{}: ", say(Phrase::limits)),
                terminal_safe(translated_reason(limit, language_).value_or(limit)));
    }
    for (const Diagnostic& diagnostic : report_.diagnostics) {
      const Phrase level = diagnostic.level == Diagnostic::Level::note      ? Phrase::level_note
                           : diagnostic.level == Diagnostic::Level::warning ? Phrase::level_warning
                                                                            : Phrase::level_error;
      paragraph(fmt::format("{}: ", say(level)), terminal_safe(to_string(diagnostic.what)));
    }
  }

  const Report& report_;
  const ReportLookup lookup_;
  const Language language_;
  const bool color_;
  const unsigned width_;
  std::string out_;
};

}  // namespace

std::string to_terminal(const Report& report, const TerminalOptions& options) {
  return TerminalText(report, options).write();
}

}  // namespace yiwen
