// SPDX-License-Identifier: Apache-2.0
//
// The report as Markdown to be read in a terminal, a wiki or a comment: the verdict, the witnesses, and every finding
// as a line of a table. In the language of the page.
#include <fmt/format.h>

#include <iterator>

#include "report/escape.h"
#include "report/lookup.h"
#include "report/reasons.h"
#include "report/strings.h"
#include "report/verdict.h"
#include "report/writers.h"

namespace yiwen {
namespace {

constexpr std::uint32_t kContextReach = 16;  // code points on either side of the words: a cell stays a few lines high
constexpr std::uint32_t kWordsShown = 60;    // of one place; of longer words, their begin and end

class Markdown {
 public:
  Markdown(const Report& report, const MarkdownOptions& options)
      : report_(report), lookup_(report), options_(options), language_(spoken_language(report, options.language)) {}

  std::string write() && {
    const std::string_view title = report_.base < report_.documents.size() ? lookup_.title(report_.base) : "";
    out_ += "# ";
    text(title.empty() ? say(Phrase::report_title) : title);
    out_ += "\n\n**";
    text(verdict(lookup_, language_));
    out_ += "**\n";
    if (!report_.documents.empty()) write_witnesses();
    write_findings();
    write_notes();
    out_ += "\n";
    text(yiwen::say(Phrase::made_by, language_, {report_.version}));
    out_ += "\n";
    return std::move(out_);
  }

 private:
  std::string_view say(Phrase phrase) const { return yiwen::say(phrase, language_); }
  void text(std::string_view value) { append_markdown(out_, value); }

  void heading(Phrase phrase) {
    out_ += "\n## ";
    text(say(phrase));
    out_ += "\n\n";
  }
  void table_head(std::initializer_list<std::string_view> names) {
    out_ += "|";
    for (const std::string_view name : names) out_ += " ", text(name), out_ += " |";
    out_ += "\n|";
    for (std::size_t i = 0; i < names.size(); ++i) out_ += "---|";
    out_ += "\n";
  }
  void cell(std::string_view value) { out_ += " ", text(value), out_ += " |"; }

  void write_witnesses() {
    heading(Phrase::witnesses);
    table_head({say(Phrase::siglum), say(Phrase::source), say(Phrase::title), say(Phrase::relation),
                say(Phrase::coverage), say(Phrase::critical), say(Phrase::major), say(Phrase::minor),
                say(Phrase::file)});
    for (std::uint32_t i = 0; i < report_.documents.size(); ++i) {
      const ReportDocument& document = report_.documents[i];
      out_ += "|";
      cell(lookup_.siglum(i)), cell(lookup_.name(i)), cell(lookup_.title(i));
      cell(relation_name(document.relation, language_));
      cell(fmt::format("{:.0f} %", document.coverage * 100));
      for (const Severity severity : {Severity::critical, Severity::major, Severity::minor}) {
        cell(std::to_string(lookup_.count(i, severity)));
      }
      cell(document.source);
      out_ += "\n";
    }
  }

  void words(std::string_view value) {
    const SlicedText sliced(value);
    if (sliced.size() <= kWordsShown) return text(value);
    text(sliced.slice({0, kWordsShown * 2 / 3}));
    out_ += " …… ";
    text(sliced.slice({sliced.size() - kWordsShown / 3, sliced.size()}));
  }

  void sigla(const std::vector<Place>& places) {
    std::optional<std::uint32_t> last;
    for (const Place& place : places) {
      if (place.document == last || place.document >= report_.documents.size()) continue;
      out_ += " ";
      text(lookup_.siglum(place.document));
      last = place.document;
    }
  }

  void label(Phrase phrase) { label(say(phrase)); }
  void label(std::string_view words) {
    text(words);
    out_ += language_ == Language::en ? ": " : "：";
  }

  // The readings with who has them, or the words that a finding is about.
  void write_words(const Finding& finding) {
    for (std::size_t i = 0; i < finding.readings.size(); ++i) {
      if (i > 0) out_ += "<br>";
      const Reading& reading = finding.readings[i];
      out_ += circled_number(i + 1) + " ";
      if (reading.text.empty()) {
        text(say(Phrase::reading_absent));
      } else {
        words(reading.text);
      }
      sigla(reading.members);
    }
    if (!finding.place) return;
    const bool missing = finding.type == FindingType::omission;
    label(type_name(finding.type, language_));
    words(lookup_.slice(missing && finding.other ? *finding.other : *finding.place));
    sigla({*finding.place});
    if (finding.type == FindingType::truncation && finding.other) {
      out_ += "<br>";
      label(phrase_of_other(finding));
      words(lookup_.slice(*finding.other));
      sigla({*finding.other});
    }
  }

  // The words in their sentence, of the witness that the finding is about.
  void write_context(const Finding& finding) {
    std::optional<Place> place = finding.place;
    if (!place && !finding.readings.empty() && !finding.readings.back().members.empty()) {
      place = finding.readings.back().members.front();
    }
    if (!place || place->document >= report_.documents.size()) return;
    const Context context = lookup_.context(*place, kContextReach);
    if (context.cut_before) out_ += "…";
    text(context.before);
    out_ += "〖";
    if (place->range.empty()) {
      out_ += "∧";
    } else {
      words(context.words);
    }
    out_ += "〗";
    text(context.after);
    if (context.cut_after) out_ += "…";
    sigla({*place});
  }

  void write_findings() {
    heading(Phrase::findings);
    bool any = false;
    for (const Finding& finding : report_.findings) {
      if ((finding.severity == Severity::folded && !options_.show_folded) || is_settled(finding)) continue;
      if (!any) {
        table_head({"№", say(Phrase::gravity), say(Phrase::filter_kind), say(Phrase::reading), say(Phrase::in_context),
                    say(Phrase::why)});
      }
      any = true;
      out_ += "|";
      cell(finding.id), cell(severity_name(finding.severity, language_)), cell(heading_of(finding, language_));
      out_ += " ";
      write_words(finding);
      if (!finding.more.empty()) {
        out_ += "<br>";
        text(yiwen::say(Phrase::more_places, language_, {std::to_string(finding.more.size())}));
      }
      out_ += " | ";
      write_context(finding);
      out_ += " |";
      cell(translated_reason(finding.why, language_).value_or(finding.why));
      out_ += "\n";
    }
    if (!any) text(say(Phrase::no_findings)), out_ += "\n";
    const std::uint32_t settled = lookup_.count(Ruling::accepted) + lookup_.count(Ruling::ignored);
    if (settled == 0) return;
    out_ += "\n";
    text(yiwen::say(Phrase::settled_aside, language_, {std::to_string(settled)}));
    out_ += "\n";
  }

  void write_notes() {
    if (report_.diagnostics.empty() && report_.limits_hit.empty()) return;
    heading(Phrase::diagnostics);
    for (const std::string& limit : report_.limits_hit) {
      out_ += "* ";
      label(Phrase::limits);
      text(translated_reason(limit, language_).value_or(limit));
      out_ += "\n";
    }
    for (const Diagnostic& diagnostic : report_.diagnostics) {
      constexpr Phrase kLevels[] = {Phrase::level_note, Phrase::level_warning, Phrase::level_error};
      out_ += "* ";
      label(kLevels[static_cast<std::size_t>(diagnostic.level)]);
      text(to_string(diagnostic.what));
      out_ += "\n";
    }
  }

  const Report& report_;
  const ReportLookup lookup_;
  const MarkdownOptions options_;
  const Language language_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Report& report, const MarkdownOptions& options) {
  return Markdown(report, options).write();
}

}  // namespace yiwen
