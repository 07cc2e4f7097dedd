// SPDX-License-Identifier: Apache-2.0
//
// The index over all stories of a batch: how many are grave, a table that leads to each, the texts that stand alone.
// The gravest stories come first, so that the table says what to do also where no script runs.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "report/html_page.h"
#include "report/writers.h"

namespace yiwen {
namespace {

constexpr std::size_t kIndexBytes = 1'700'000;  // of the table of one page; with the rest below 2 MB
constexpr std::size_t kAloneBytes = 120'000;    // of the texts that stand alone: some 600
constexpr std::uint32_t kTitleShown = 60;       // code points
constexpr std::size_t kTextsNamed = 8;          // of one story

constexpr Severity kGravestFirst[] = {Severity::critical, Severity::major, Severity::minor};

std::uint32_t count(const Story& story, Severity severity) { return story.counts[static_cast<std::size_t>(severity)]; }

// The gravest severity that the story has; folded where it has none.
Severity gravity(const Story& story) {
  for (const Severity severity : kGravestFirst) {
    if (count(story, severity) > 0) return severity;
  }
  return Severity::folded;
}

Language spoken_language(const Batch& batch, Language wanted) {
  if (wanted != Language::automatic) return wanted;
  const auto with = [&](std::string_view script) {
    return std::count_if(batch.stories.begin(), batch.stories.end(),
                         [&](const Story& story) { return story.script == script; });
  };
  const auto hant = with("Hant"), hans = with("Hans") + with("mixed");
  if (hant == 0 && hans == 0) return batch.stories.empty() ? Language::zh_hans : Language::en;
  return hant > hans ? Language::zh_hant : Language::zh_hans;
}

std::vector<std::size_t> by_gravity(const Batch& batch) {
  std::vector<std::size_t> order(batch.stories.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    const auto rank = [&](std::size_t at) {
      const Story& story = batch.stories[at];
      return std::tuple(count(story, Severity::critical), count(story, Severity::major), count(story, Severity::minor));
    };
    return rank(left) > rank(right);
  });
  return order;
}

void shortened(Page& page, std::string_view words) {
  const SlicedText sliced(words);
  page.text(sliced.slice({0, kTitleShown}));
  if (sliced.size() > kTitleShown) page.raw("…");
}

void write_story(Page& page, const Story& story) {
  fmt::format_to(std::back_inserter(page.out), "<tr data-g=\"{}\"><th scope=\"row\" data-o=\"",
                 to_string(gravity(story)));
  page.text(story.id.substr(1));
  page.raw("\">");
  page.text(story.id);
  fmt::format_to(std::back_inserter(page.out), "</th><td class=\"title\" lang=\"{}\"><a href=\"",
                 script_tag(story.script));
  page.text(story_file(story, "html"));
  page.raw("\">");
  shortened(page, story.title);
  page.raw("</a></td><td class=\"file\">");
  for (std::size_t i = 0; i < story.documents.size() && i < kTextsNamed; ++i) {
    if (i > 0) page.raw(" · ");
    shortened(page, story.documents[i]);
  }
  if (story.documents.size() > kTextsNamed) page.raw(" …");
  const auto number = [&](Phrase heading, std::size_t value, std::string_view css_class) {
    fmt::format_to(std::back_inserter(page.out), "</td><td class=\"num {}\" data-c=\"",
                   value == 0 ? "none" : css_class);
    page.say(heading);
    fmt::format_to(std::back_inserter(page.out), "\">{}", value == 0 ? std::string("·") : std::to_string(value));
  };
  number(Phrase::text_count, story.documents.size(), "");
  number(Phrase::critical, count(story, Severity::critical), "critical");
  number(Phrase::major, count(story, Severity::major), "major");
  number(Phrase::minor, count(story, Severity::minor), "minor");
  number(Phrase::settled, story.settled, "");
  number(Phrase::set_aside, story.set_aside, "");
  page.raw("</td></tr>\n");
}

void write_verdict(Page& page, const Batch& batch) {
  std::array<std::size_t, 4> stories{};
  for (const Story& story : batch.stories) ++stories[static_cast<std::size_t>(gravity(story))];
  const auto with = [&](Severity severity) { return stories[static_cast<std::size_t>(severity)]; };
  const Severity gravest = with(Severity::critical) > 0 ? Severity::critical
                           : with(Severity::major) > 0  ? Severity::major
                                                        : Severity::minor;
  fmt::format_to(std::back_inserter(page.out), "<header class=\"verdict {}\">\n<p class=\"kicker\">",
                 to_string(gravest));
  page.say(Phrase::report_title);
  page.raw("</p>\n<h1>");
  page.say(Phrase::stories, {std::to_string(batch.stories.size())});
  page.raw("</h1>\n<p class=\"says-all\">");
  page.say(Phrase::stories_verdict, {std::to_string(with(Severity::critical)), std::to_string(with(Severity::major)),
                                     std::to_string(with(Severity::minor)), std::to_string(with(Severity::folded))});
  page.raw("</p>\n<p class=\"hint\">");
  page.say(Phrase::stories_alone, {std::to_string(batch.alone.size())});
  page.raw("</p>\n</header>\n");
}

void write_filters(Page& page) {
  page.raw("<form class=\"js filters story-filters\" hidden role=\"search\" aria-label=\"");
  page.say(Phrase::filter);
  page.raw("\"><fieldset><legend>");
  page.say(Phrase::filter);
  page.raw("</legend>");
  const std::pair<const char*, Phrase> gravities[] = {{"critical", Phrase::critical},
                                                      {"major", Phrase::major},
                                                      {"minor", Phrase::minor},
                                                      {"folded", Phrase::nothing_found}};
  for (const auto& [name, phrase] : gravities) {
    fmt::format_to(std::back_inserter(page.out), "<label><input type=\"checkbox\" name=\"g\" value=\"{}\" checked> ",
                   name);
    page.say(phrase);
    page.raw("</label> ");
  }
  page.raw("</fieldset>\n<label>");
  page.say(Phrase::filter_search);
  page.raw(" <input type=\"search\" name=\"q\"></label>\n<button type=\"reset\">");
  page.say(Phrase::filter_reset);
  page.raw("</button>\n<output id=\"stories-shown\" data-t=\"");
  page.say(Phrase::filter_count);
  page.raw("\"></output></form>\n");
}

void write_other_pages(Page& page, std::size_t here, std::size_t pages) {
  if (pages < 2) return;
  page.raw("<nav class=\"left-out\" aria-label=\"");
  page.say(Phrase::index_pages);
  page.raw("\">");
  page.say(Phrase::index_split, {std::to_string(pages)});
  for (std::size_t i = 0; i < pages; ++i) {
    if (i == here) {
      fmt::format_to(std::back_inserter(page.out), " <b aria-current=\"page\">{}</b>", i + 1);
    } else {
      fmt::format_to(std::back_inserter(page.out), " <a href=\"{}\">{}</a>", index_file(i), i + 1);
    }
  }
  page.raw("</nav>\n");
}

void write_table(Page& page, const std::string& rows) {
  page.raw(
      "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"stories-h\"><table class=\"stories "
      "sortable\"><thead><tr>");
  const std::pair<Phrase, const char*> heads[] = {
      {Phrase::story, "num"},      {Phrase::title, ""},       {Phrase::texts_named, ""},
      {Phrase::text_count, "num"}, {Phrase::critical, "num"}, {Phrase::major, "num"},
      {Phrase::minor, "num"},      {Phrase::settled, "num"},  {Phrase::set_aside, "num"}};
  for (const auto& [heading, css_class] : heads) {
    fmt::format_to(std::back_inserter(page.out), "<th scope=\"col\" class=\"{}\">", css_class);
    page.say(heading);
    page.raw("</th>");
  }
  page.raw("</tr></thead>\n<tbody>\n");
  page.raw(rows);
  page.raw("</tbody></table></div>\n");
}

void write_alone(Page& page, const Batch& batch) {
  if (batch.alone.empty()) return;
  open_section(page, "alone", Phrase::alone);
  page.raw("<details><summary>");
  page.say(Phrase::texts, {std::to_string(batch.alone.size())});
  page.raw("</summary><ul class=\"alone\">\n");
  const std::size_t budget = page.out.size() + kAloneBytes;
  std::size_t written = 0;
  for (const LoneText& text : batch.alone) {
    if (page.out.size() > budget) break;
    page.raw("<li><span class=\"file\">");
    page.text(text.source);
    page.raw("</span> ");
    shortened(page, text.title);
    page.raw("</li>\n");
    ++written;
  }
  page.raw("</ul></details>\n");
  if (written < batch.alone.size()) {
    page.raw("<p class=\"left-out\">");
    page.say(Phrase::left_out, {std::to_string(batch.alone.size() - written)});
    page.raw("</p>\n");
  }
  page.raw("</section>\n");
}

void write_settings(Page& page, const Batch& batch) {
  open_section(page, "settings", Phrase::settings);
  page.raw("<dl class=\"settings\">\n");
  if (!batch.options.empty()) {
    page.raw("<dt>");
    page.say(Phrase::options);
    page.raw("</dt>");
    for (const auto& [name, value] : batch.options) {
      page.raw("<dd><code>");
      page.text(name);
      page.raw(" = ");
      page.text(value);
      page.raw("</code></dd>\n");
    }
  }
  write_decisions(page, batch.decisions);
  page.raw("</dl>\n</section>\n</main>\n<footer><p>");
  page.say(Phrase::made_by, {batch.version});
  page.raw("</p></footer>\n");
}

}  // namespace

std::string story_file(const Story& story, std::string_view ending) {
  return fmt::format("stories/{}.{}", story.page, ending);
}

std::string index_file(std::size_t page) { return page == 0 ? "index.html" : fmt::format("index-{}.html", page + 1); }

std::vector<std::string> to_html(const Batch& batch, const HtmlOptions& options) {
  const Report none;
  const Language language = spoken_language(batch, options.language);
  std::vector<std::string> tables(1);
  for (const std::size_t at : by_gravity(batch)) {
    Page row(none, language);
    write_story(row, batch.stories[at]);
    if (!tables.back().empty() && tables.back().size() + row.out.size() > kIndexBytes) tables.emplace_back();
    tables.back() += row.out;
  }
  const std::string code = page_script();
  std::vector<std::string> pages;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    Page page(none, language);
    open_page(page, say(Phrase::stories, language, {std::to_string(batch.stories.size())}), code);
    page.raw("<body data-root=\".\">\n<a class=\"skip\" href=\"#stories\">");
    page.say(Phrase::skip_to_findings);
    page.raw("</a>\n");
    write_verdict(page, batch);
    page.raw("<main>");
    open_section(page, "stories", Phrase::all_stories);
    write_filters(page);
    write_decision_desk(page);
    write_other_pages(page, i, tables.size());
    write_table(page, tables[i]);
    page.raw("</section>\n");
    if (i == 0) {
      write_alone(page, batch);
      write_diagnostics(page, batch.diagnostics);
    }
    write_settings(page, batch);
    close_page(page, code);
    pages.push_back(std::move(page.out));
  }
  return pages;
}

std::string to_terminal(const Batch& batch) {
  const Language language = spoken_language(batch, Language::automatic);
  std::string out = say(Phrase::stories, language, {std::to_string(batch.stories.size())}) + "\n";
  std::array<std::size_t, 4> stories{};
  for (const Story& story : batch.stories) ++stories[static_cast<std::size_t>(gravity(story))];
  out += say(Phrase::stories_verdict, language,
             {std::to_string(stories[3]), std::to_string(stories[2]), std::to_string(stories[1]),
              std::to_string(stories[0])}) +
         "\n";
  return out + say(Phrase::stories_alone, language, {std::to_string(batch.alone.size())}) + "\n";
}

}  // namespace yiwen
