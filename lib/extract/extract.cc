// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.h"

#include "base/char_class.h"
#include "extract/metadata.h"
#include "extract/page_parts.h"
#include "extract/title.h"

namespace yiwen {

namespace {

// Agency lines open one of the first paragraphs of a story; further down they belong to another one.
constexpr int kParagraphsWithDateline = 2;

bool is_article(const PagePart& part) {
  return part.kind == BlockKind::body || part.kind == BlockKind::heading || part.kind == BlockKind::title;
}

template <class T>
void fill(std::optional<T>& known, const std::optional<T>& found) {
  if (!known) known = found;
}

void read_bylines(const std::vector<PagePart>& parts, Article& article) {
  std::size_t story_end = parts.size();
  while (story_end > 0 && !is_article(parts[story_end - 1])) --story_end;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind != BlockKind::byline || !parts[i].metadata) continue;
    const MetadataReading& reading = *parts[i].metadata;
    fill(article.title, reading.title);
    fill(article.outlet, reading.outlet);
    fill(article.date, reading.date);
    fill(article.editor, reading.editor);
    // A signature with more text below it signs one item of several.
    if (!reading.signature || i >= story_end) fill(article.byline, reading.byline);
  }
}

void read_datelines(const std::vector<PagePart>& parts, Article& article) {
  int paragraphs = 0;
  for (const PagePart& part : parts) {
    if (part.kind != BlockKind::body) continue;
    if (++paragraphs > kParagraphsWithDateline) return;
    const MetadataReading reading = read_dateline(part.paragraph);
    fill(article.outlet, reading.outlet);
    fill(article.byline, reading.byline);
  }
}

}  // namespace

Article extract(std::string_view text) {
  std::vector<PagePart> parts = page_parts(text);
  join_wrapped_headings(text, parts);
  Article article;
  if (const auto title = find_title(parts)) {
    parts[title->part].kind = BlockKind::title;
    article.title = title->title;
    read_bylines(parts, article);
    fill(article.outlet, title->outlet);
  } else {
    read_bylines(parts, article);
  }
  read_datelines(parts, article);
  article.blocks.reserve(parts.size());
  for (const PagePart& part : parts) article.blocks.push_back({part.paragraph.range, part.kind});
  return article;
}

}  // namespace yiwen
