// SPDX-License-Identifier: Apache-2.0
//
// The report as one page that needs nothing else: it opens from a file, asks no network for anything, and shows all it
// has without its script, which only adds keys and filters. The policy in its head names the one style and the one
// script by their hashes, so that nothing a text may hold can run even if the escaping had a hole.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/sha256.h"
#include "report/html_page.h"
#include "report/writers.h"

namespace yiwen {

namespace embedded {
extern const std::string_view report_page_css;
extern const std::string_view report_page_js;
extern const std::string_view report_decisions_js;
extern const std::string_view report_tables_js;
extern const std::string_view report_texts_js;
}  // namespace embedded

namespace {}  // namespace

// The parts of the script share one scope, and leave nothing outside of it.
std::string page_script() {
  std::string out = "(() => {\n'use strict';\n";
  out += embedded::report_page_js;
  out += embedded::report_tables_js;
  out += embedded::report_decisions_js;
  out += embedded::report_texts_js;
  return out += "})();\n";
}

namespace {

std::string base64(const std::array<std::uint8_t, 32>& bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t at) { return at < bytes.size() ? std::uint32_t{bytes[at]} : 0U; };
    const std::uint32_t triple = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    for (std::size_t digit = 0; digit < 4; ++digit) {
      out += i + digit > bytes.size() ? '=' : kDigits[triple >> (18 - 6 * digit) & 63];
    }
  }
  return out;
}

void write_help(Page& page) {
  page.raw("<dialog id=\"help\" aria-labelledby=\"help-h\"><h2 id=\"help-h\">");
  page.say(Phrase::help);
  page.raw("</h2><dl>");
  const std::pair<const char*, Phrase> keys[] = {{"<kbd>j</kbd> <kbd>k</kbd>", Phrase::help_next},
                                                 {"<kbd>J</kbd> <kbd>K</kbd>", Phrase::help_critical},
                                                 {"<kbd>e</kbd> <kbd>a</kbd> <kbd>i</kbd>", Phrase::help_rule},
                                                 {"<kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd>", Phrase::help_views},
                                                 {"<kbd>/</kbd>", Phrase::help_search},
                                                 {"<kbd>?</kbd>", Phrase::help_help}};
  for (const auto& [key, meaning] : keys) {
    page.raw("<dt>");
    page.raw(key);
    page.raw("</dt><dd>");
    page.say(meaning);
    page.raw("</dd>");
  }
  page.raw("</dl><form method=\"dialog\"><button>");
  page.say(Phrase::close);
  page.raw("</button></form></dialog>\n");
}

}  // namespace

void open_page(Page& page, std::string_view title, std::string_view code) {
  fmt::format_to(std::back_inserter(page.out),
                 "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; "
                 "script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n"
                 "<meta name=\"generator\" content=\"yiwen\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta name=\"color-scheme\" content=\"light dark\">\n"
                 "<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
                 language_tag(page.language), base64(sha256(embedded::report_page_css)), base64(sha256(code)));
  page.say(Phrase::report_title);
  if (!title.empty()) page.raw(" · ");
  page.text(title);
  page.raw("</title>\n<style>");
  page.raw(embedded::report_page_css);
  page.raw("</style>\n</head>\n");
}

void close_page(Page& page, std::string_view code) {
  page.raw("<script>");
  page.raw(code);
  page.raw("</script>\n</body>\n</html>\n");
}

std::string to_html(const Report& report, const HtmlOptions& options) {
  constexpr std::size_t kPageBytes = 1'950'000;      // 2 MB with something to spare
  constexpr std::size_t kSynopsisBytes = 400'000;    // always, beside the longest list
  constexpr std::size_t kListAndSynopsis = 950'000;  // the rest is for the strip, the witnesses, the texts
  constexpr std::size_t kPrintedColumns = 3;  // more columns than this do not fit a printed page: the table is left out
  Page page(report, spoken_language(report, options.language));
  // The list is measured, then the synopsis gets what room it leaves, then the list is written before the rest: the two
  // decide what there is to link to.
  page.rows_shown = page.rows.size();
  write_findings(page);
  const std::size_t list_bytes = std::exchange(page.out, {}).size();
  plan_synopsis(page, std::max(kSynopsisBytes, list_bytes < kListAndSynopsis ? kListAndSynopsis - list_bytes : 0));
  write_findings(page);
  const std::string findings = std::exchange(page.out, {});
  page.out.reserve(findings.size() * 3);
  const std::string code = page_script();
  std::string_view title;
  if (report.base < report.documents.size()) {
    title = page.lookup.title(report.base);
    if (title.empty()) title = page.lookup.name(report.base);
  }
  open_page(page, title, code);
  fmt::format_to(std::back_inserter(page.out), "<body{}{}>\n<a class=\"skip\" href=\"#findings\">",
                 page.columns.size() > kPrintedColumns ? " class=\"many\"" : "",
                 options.index.empty() ? "" : " data-root=\"..\"");
  page.say(Phrase::skip_to_findings);
  page.raw("</a>\n");
  if (!options.index.empty()) {
    page.raw("<p class=\"back\"><a href=\"");
    page.text(options.index);
    page.raw("\">← ");
    page.say(Phrase::all_stories);
    page.raw("</a></p>\n");
  }
  write_verdict(page);
  page.raw("<main>");
  write_witnesses(page);
  write_strip(page);
  page.raw(findings);
  const std::string before = std::exchange(page.out, {});
  write_apparatus(page);
  write_noise(page);
  write_diagnostics(page, report.diagnostics);
  write_foot(page);
  write_help(page);
  const std::string after = std::exchange(page.out, {});
  write_synopsis(page);
  const std::string synopsis = std::exchange(page.out, {});
  // The texts for the script get what room is left.
  const std::size_t used = before.size() + synopsis.size() + after.size() + code.size();
  const std::vector<std::uint32_t> left_out = write_texts(page, used < kPageBytes ? kPageBytes - used : 0);
  const std::string texts = std::exchange(page.out, before);
  page.raw(synopsis);
  if (!left_out.empty()) {
    std::string sigla;
    for (const std::uint32_t document : left_out) sigla += (sigla.empty() ? "" : " ") + page.lookup.siglum(document);
    page.raw("<p class=\"js left-out\" hidden>");
    page.say(Phrase::texts_left_out, {sigla});
    page.raw("</p>\n");
  }
  page.raw(after);
  page.raw(texts);
  close_page(page, code);
  return std::move(page.out);
}

}  // namespace yiwen
