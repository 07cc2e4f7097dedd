// SPDX-License-Identifier: Apache-2.0
//
// The report as a workbook of two sheets: the findings, one row a place and witness with the words marked inside their
// sentence, and the witnesses. In the language of the page, for people who sort, filter and annotate in a spreadsheet.
//
// The only file that includes libxlsxwriter. What it does that one would not expect, each pinned by a test:
//   * it takes the clock for the creation date unless the date is set, and then no two runs give the same bytes;
//   * it refuses a rich string with an empty part or of one part only, so such a cell is written as a plain string;
//   * it leaves _x0041_ in a string as it is, which Excel reads as the letter A;
//   * it writes to a file by name and nothing else, so the bytes go through a file in memory.
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "report/display_width.h"
#include "report/escape.h"
#include "report/lookup.h"
#include "report/place_rows.h"
#include "report/reasons.h"
#include "report/strings.h"
#include "report/writers.h"

namespace yiwen {
namespace {

constexpr std::uint32_t kContextReach = 40;  // code points on either side of the words: three lines of the column
constexpr time_t kNoClock = 946684800;       // 2000-01-01T00:00:00Z, so that the same report gives the same bytes
// Excel holds 32767 UTF-16 units in a cell; a code point takes two at most.
constexpr std::uint32_t kCodePointsInCell = 16000;
// A row is as high as its fullest cell, which not every program finds out for itself, but no higher than a third of a
// screen: a missing passage can be pages long.
constexpr unsigned kMostLines = 12;
constexpr double kLineHeight = 16;  // points: the 11-point font of the library, or a taller one for Han
constexpr lxw_row_t kLastRow = LXW_ROW_MAX - 1;
constexpr lxw_color_t kMarked = 0xA34700, kCriticalFill = 0xF6D5DB, kMajorFill = 0xFBE7CF, kHeadFill = 0xE6E6E6;

// A file that lives in memory and is gone with the value, but has a name that the library can open.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("yiwen.xlsx", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (is_open()) close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] std::string name() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

 private:
  int descriptor_;
};

// Excel reads _x0041_ in a string as the letter A; an underscore that begins such a thing is written as _x005F_.
void escape_underscores(std::string& text) {
  const auto is_hex = [](char c) {
    return std::string_view("0123456789ABCDEFabcdef").find(c) != std::string_view::npos;
  };
  for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos; ++at) {
    const std::string_view rest = std::string_view(text).substr(at + 2);
    if (rest.size() < 5 || rest[4] != '_' || !std::all_of(rest.begin(), rest.begin() + 4, is_hex)) continue;
    text.insert(at, "_x005F");
    at += 6;
  }
}

std::string shown(std::string_view text) {
  std::string out = visible(text);
  escape_underscores(out);
  return out;
}

std::string cell_text(std::string_view text) {
  const SlicedText sliced(text);
  return sliced.size() <= kCodePointsInCell ? shown(text) : shown(sliced.slice({0, kCodePointsInCell})) + "……";
}

class Workbook {
 public:
  Workbook(const Report& report, const XlsxOptions& options, const std::string& path)
      : report_(report),
        lookup_(report),
        options_(options),
        language_(spoken_language(report, options.language)),
        book_(workbook_new(path.c_str())) {
    std::string title(say(Phrase::report_title, language_)), comment = "yiwen " + report.version;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.comments = comment.data();
    properties.created = kNoClock;
    workbook_set_properties(book_, &properties);
    head_ = format();
    format_set_bold(head_);
    format_set_bg_color(head_, kHeadFill);
    plain_ = format();
    critical_ = format();
    format_set_bg_color(critical_, kCriticalFill);
    major_ = format();
    format_set_bg_color(major_, kMajorFill);
    marked_ = workbook_add_format(book_);
    format_set_bold(marked_);
    format_set_font_color(marked_, kMarked);
    format_set_underline(marked_, LXW_UNDERLINE_SINGLE);
    around_ = workbook_add_format(book_);
    all_marked_ = format();
    format_set_bold(all_marked_);
    format_set_font_color(all_marked_, kMarked);
  }

  // Nothing where it was written, the reason where it was not.
  std::optional<std::string> write() && {
    write_findings();
    write_witnesses();
    const lxw_error closed = workbook_close(book_);
    if (closed != LXW_NO_ERROR) return lxw_strerror(closed);
    return std::nullopt;
  }

 private:
  struct Column {
    std::string_view name;
    double width;
  };

  lxw_format* format() {
    lxw_format* made = workbook_add_format(book_);
    format_set_text_wrap(made);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
  }

  lxw_worksheet* sheet(Phrase name, const std::vector<Column>& columns) {
    widths_.clear();
    lxw_worksheet* made = workbook_add_worksheet(book_, std::string(say(name, language_)).c_str());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(made, column, column, columns[i].width, nullptr);
      widths_.push_back(columns[i].width);
      worksheet_write_string(made, 0, column, std::string(columns[i].name).c_str(), head_);
    }
    worksheet_freeze_panes(made, 1, 0);
    worksheet_repeat_rows(made, 0, 0);
    worksheet_set_landscape(made);
    worksheet_set_paper(made, 9);  // A4
    worksheet_fit_to_pages(made, 1, 0);
    return made;
  }

  void text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view value, lxw_format* format) {
    if (value.empty()) return;
    const std::string cell = cell_text(value);
    worksheet_write_string(sheet, row, column, cell.c_str(), format);
    make_room(cell, column);
  }

  void make_room(std::string_view cell, lxw_col_t column) {
    const auto width = static_cast<unsigned>(widths_[column]);
    const auto breaks = static_cast<unsigned>(std::count(cell.begin(), cell.end(), '\n'));
    lines_ = std::max(lines_, breaks + display_columns(cell) / width + 1);
  }
  void finish_row(lxw_worksheet* sheet, lxw_row_t row) {
    worksheet_set_row(sheet, row, kLineHeight * std::min(lines_, kMostLines), nullptr);
    lines_ = 1;
  }

  void context(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Place& place) {
    const Context found = lookup_.context(place, kContextReach);
    std::string before = (found.cut_before ? "…" : "") + shown(found.before);
    std::string words = place.range.empty() ? "∧" : cell_text(found.words);
    std::string after = shown(found.after) + (found.cut_after ? "…" : "");
    lxw_rich_string_tuple parts[] = {{around_, before.data()}, {marked_, words.data()}, {around_, after.data()}};
    lxw_rich_string_tuple* shown[4] = {};
    std::size_t count = 0;
    for (lxw_rich_string_tuple& part : parts) {
      if (*part.string != '\0') shown[count++] = &part;
    }
    make_room(before + words + after, column);
    if (count > 1) {
      // Too long a string, in all, is the one thing that the library can still refuse.
      if (worksheet_write_rich_string(sheet, row, column, shown, plain_) == LXW_NO_ERROR) return;
    }
    worksheet_write_string(sheet, row, column, words.c_str(), all_marked_);
  }

  std::string_view part_name(const PlaceRow& row, const Finding& finding) const {
    if (row.part == "reading") return {};
    if (row.part == "first") return say(Phrase::first_copy, language_);
    if (row.part == "at") return say(Phrase::words_missing, language_);
    constexpr std::array<std::string_view, 4> kOthers = {"second", "witness", "missing", "from"};
    if (std::find(kOthers.begin(), kOthers.end(), row.part) != kOthers.end())
      return say(phrase_of_other(finding), language_);
    if (finding.type == FindingType::truncation) return say(Phrase::cut_here, language_);
    if (finding.type == FindingType::move) return say(Phrase::words_moved, language_);
    return finding.type == FindingType::addition ? say(Phrase::words_added, language_) : std::string_view();
  }

  void write_findings() {
    const auto said = [&](Phrase phrase) { return say(phrase, language_); };
    lxw_worksheet* out = sheet(Phrase::findings, {{"№", 6},
                                                  {said(Phrase::gravity), 9},
                                                  {said(Phrase::filter_kind), 13},
                                                  {said(Phrase::siglum), 7},
                                                  {said(Phrase::source), 20},
                                                  {said(Phrase::reading), 9},
                                                  {said(Phrase::words), 24},
                                                  {said(Phrase::against), 24},
                                                  {said(Phrase::in_context), 60},
                                                  {said(Phrase::why), 40},
                                                  {said(Phrase::file), 24},
                                                  {said(Phrase::begin), 8},
                                                  {said(Phrase::end), 8},
                                                  {"key", 19},
                                                  {said(Phrase::decision), 14}});
    lxw_row_t row = 0;
    for (const Finding& finding : report_.findings) {
      if (finding.severity == Severity::folded && !options_.show_folded) continue;
      const std::string_view against =
          words_of_other_side(finding, finding.other ? lookup_.slice(*finding.other) : std::string_view());
      const std::string why = translated_reason(finding.why, language_).value_or(finding.why);
      lxw_format* filled = finding.severity == Severity::critical ? critical_
                           : finding.severity == Severity::major  ? major_
                                                                  : plain_;
      for (const PlaceRow& place_row : place_rows(finding)) {
        if (place_row.place.document >= report_.documents.size()) continue;
        if (row == kLastRow - 1) {
          text(out, kLastRow, 0, said(Phrase::sheet_is_full), plain_);
          return;
        }
        ++row;
        const ReportDocument& document = report_.documents[place_row.place.document];
        const std::string part =
            place_row.reading > 0 ? circled_number(place_row.reading) : std::string(part_name(place_row, finding));
        text(out, row, 0, finding.id, plain_);
        text(out, row, 1, severity_name(finding.severity, language_), filled);
        text(out, row, 2, heading_of(finding, language_), plain_);
        text(out, row, 3, lookup_.siglum(place_row.place.document), plain_);
        text(out, row, 4, lookup_.name(place_row.place.document), plain_);
        text(out, row, 5, part, plain_);
        text(out, row, 6, place_row.place.range.empty() ? said(Phrase::reading_absent) : lookup_.slice(place_row.place),
             plain_);
        text(out, row, 7, against.empty() && !finding.readings.empty() ? said(Phrase::reading_absent) : against,
             plain_);
        context(out, row, 8, place_row.place);
        text(out, row, 9, why, plain_);
        text(out, row, 10, document.source, plain_);
        worksheet_write_number(out, row, 11, place_row.place.range.begin, plain_);
        worksheet_write_number(out, row, 12, place_row.place.range.end, plain_);
        text(out, row, 13, finding.key, plain_);
        text(out, row, 14, ruling_name(finding.ruling, language_), plain_);
        finish_row(out, row);
      }
    }
    worksheet_autofilter(out, 0, 0, row, 14);
  }

  void write_witnesses() {
    const auto said = [&](Phrase phrase) { return say(phrase, language_); };
    lxw_worksheet* out = sheet(Phrase::witnesses, {{said(Phrase::siglum), 7},
                                                   {said(Phrase::source), 24},
                                                   {said(Phrase::title), 40},
                                                   {said(Phrase::relation), 10},
                                                   {said(Phrase::coverage), 9},
                                                   {said(Phrase::critical), 9},
                                                   {said(Phrase::major), 9},
                                                   {said(Phrase::minor), 9},
                                                   {said(Phrase::file), 30},
                                                   {"SHA-256", 66}});
    lxw_format* percent = format();
    format_set_num_format(percent, "0 %");
    for (std::uint32_t i = 0; i < report_.documents.size() && i < kLastRow; ++i) {
      const ReportDocument& document = report_.documents[i];
      const lxw_row_t row = i + 1;
      text(out, row, 0, lookup_.siglum(i), plain_);
      text(out, row, 1, lookup_.name(i), plain_);
      text(out, row, 2, lookup_.title(i), plain_);
      text(out, row, 3, relation_name(document.relation, language_), plain_);
      worksheet_write_number(out, row, 4, document.coverage, percent);
      lxw_col_t column = 5;
      for (const Severity severity : {Severity::critical, Severity::major, Severity::minor}) {
        worksheet_write_number(out, row, column++, lookup_.count(i, severity), plain_);
      }
      text(out, row, 8, document.source, plain_);
      text(out, row, 9, document.sha256, plain_);
      finish_row(out, row);
    }
  }

  const Report& report_;
  const ReportLookup lookup_;
  const XlsxOptions options_;
  const Language language_;
  lxw_workbook* const book_;
  std::vector<double> widths_;  // of the columns of the sheet
  unsigned lines_ = 1;          // that the row needs
  lxw_format *head_ = nullptr, *plain_ = nullptr, *critical_ = nullptr, *major_ = nullptr,
             *all_marked_ = nullptr;                  // of cells
  lxw_format *marked_ = nullptr, *around_ = nullptr;  // inside a cell
};

}  // namespace

Result<std::string> to_xlsx(const Report& report, const XlsxOptions& options) {
  const auto failed = [](std::string reason) {
    return Error{.code = ErrorCode::not_written,
                 .file = {},
                 .byte = {},
                 .reason = "the workbook cannot be made: " + std::move(reason)};
  };
  const MemoryFile memory;
  if (!memory.is_open()) return failed(std::error_code(errno, std::generic_category()).message());
  const std::string path = memory.name();
  if (const auto trouble = Workbook(report, options, path).write()) return failed(*trouble);
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (bytes.empty()) return failed("what was written cannot be read back");
  return bytes;
}

}  // namespace yiwen
