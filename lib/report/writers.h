// SPDX-License-Identifier: Apache-2.0
//
// The finished report value -> HTML, JSON, CSV, a spreadsheet, TEI, Markdown, terminal. Laws: the same report gives the
// same bytes; no text of a document leaves unescaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "yiwen/batch.h"
#include "yiwen/report.h"
#include "yiwen/result.h"

namespace yiwen {

struct JsonOptions {
  bool with_text = false;    // adds documents[].text
  bool show_folded = false;  // lists findings of severity folded, which are only counted otherwise
};
[[nodiscard]] std::string to_json(const Report& report, const JsonOptions& options = {});

enum class Language { automatic, zh_hans, zh_hant, en };  // automatic: that of the base text
struct HtmlOptions {
  Language language = Language::automatic;
  std::string index;  // address of the page over all stories, where this is one of them: "../index.html"
};
[[nodiscard]] std::string to_html(const Report& report, const HtmlOptions& options = {});

struct CsvOptions {
  bool show_folded = false;  // lists findings of severity folded
};
[[nodiscard]] std::string to_csv(const Report& report, const CsvOptions& options = {});

struct XlsxOptions {
  Language language = Language::automatic;
  bool show_folded = false;
};
// The bytes of an Office Open XML workbook. Fails (not_written) where memory or the room for temporary files ends.
[[nodiscard]] Result<std::string> to_xlsx(const Report& report, const XlsxOptions& options = {});

// TEI P5, the rows of the report as parallel segmentation; folded findings are in it with the rest.
[[nodiscard]] std::string to_tei(const Report& report);

struct MarkdownOptions {
  Language language = Language::automatic;
  bool show_folded = false;
};
[[nodiscard]] std::string to_markdown(const Report& report, const MarkdownOptions& options = {});

// Where the report of a story lies beside the index of its batch: "stories/0123456789abcdef.html".
[[nodiscard]] std::string story_file(const Story& story, std::string_view ending);

// The index over all stories, the gravest first, in as many pages as it takes to keep each below 2 MB: the first is
// index.html, then index-2.html and so on.
[[nodiscard]] std::vector<std::string> to_html(const Batch& batch, const HtmlOptions& options = {});
[[nodiscard]] std::string index_file(std::size_t page);  // its name; REQUIRES: counted from 0

// With `reports`, to_json() of every story, these stand in it instead of the names of their files.
[[nodiscard]] std::string to_json(const Batch& batch, const std::vector<std::string>& reports = {});
[[nodiscard]] std::string to_terminal(const Batch& batch);

struct TerminalOptions {
  bool color = false;
  unsigned width = 80;  // columns; a Han character takes two
  Language language = Language::automatic;
};
[[nodiscard]] std::string to_terminal(const Report& report, const TerminalOptions& options = {});

}  // namespace yiwen
