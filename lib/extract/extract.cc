// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "extract/dateline.h"
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

// Those below the title say more of the story than those above it, which stand there for the page as well.
void read_bylines(const std::vector<PagePart>& parts, std::size_t title, Article& article) {
  std::size_t story_end = parts.size();
  while (story_end > 0 && !is_article(parts[story_end - 1])) --story_end;
  std::size_t last_body = parts.size();
  while (last_body > 0 && parts[last_body - 1].kind != BlockKind::body) --last_body;
  bool signing = false;  // the date known so far is the day on which the text was signed
  std::optional<TextRange<SourceText>> published;
  const auto read = [&](std::size_t i) {
    if (parts[i].kind != BlockKind::byline || !parts[i].metadata) return;
    const MetadataReading& reading = *parts[i].metadata;
    if (!article.date && reading.date) signing = reading.written || (i >= last_body && !reading.published);
    if (reading.published) fill(published, reading.date);
    fill(article.title, reading.title);
    fill(article.outlet, reading.outlet);
    fill(article.date, reading.date);
    fill(article.editor, reading.editor);
    // A signature with more text below it signs one item of several.
    if (!reading.signature || i >= story_end) fill(article.byline, reading.byline);
  };
  for (std::size_t i = title; i < parts.size(); ++i) read(i);
  for (std::size_t i = 0; i < title; ++i) read(i);
  if (signing && published) article.date = published;
}

// The part of the title's paragraph that is the title, where markup knows of more in it (原创).
TextRange<SourceText> title_in(TextRange<SourceText> paragraph, const std::vector<MarkedField>& fields) {
  for (const MarkedField& field : fields) {
    if (field.role == MarkedField::Role::title && paragraph.contains(field.range)) return field.range;
  }
  return paragraph;
}

void read_fields(const std::vector<MarkedField>& fields, Article& article) {
  for (const MarkedField& field : fields) {
    switch (field.role) {
      case MarkedField::Role::title:
        break;
      case MarkedField::Role::date:
        fill(article.date, std::optional(field.range));
        break;
      case MarkedField::Role::outlet:
        // An element knows its end; a reading of the line may run on into the next word.
        if (article.outlet && article.outlet->contains(field.range)) article.outlet = field.range;
        fill(article.outlet, std::optional(field.range));
        break;
      case MarkedField::Role::author:
        fill(article.byline, std::optional(field.range));
        break;
      case MarkedField::Role::editor:
        fill(article.editor, std::optional(field.range));
        break;
    }
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

void read_credits_behind_story(const std::vector<PagePart>& parts, Article& article) {
  const auto last =
      std::find_if(parts.rbegin(), parts.rend(), [](const PagePart& part) { return part.kind == BlockKind::body; });
  if (last == parts.rend()) return;
  const MetadataReading reading = read_credits_behind(last->paragraph);
  fill(article.editor, reading.editor);
  fill(article.byline, reading.byline);
}

Article read_article(std::string_view text, std::vector<Paragraph> paragraphs, const std::vector<MarkedField>& fields) {
  std::vector<PagePart> parts = page_parts(text, std::move(paragraphs));
  join_wrapped_headings(text, parts);
  Article article;
  const auto marked =
      std::find_if(parts.begin(), parts.end(), [](const PagePart& part) { return part.kind == BlockKind::title; });
  if (marked != parts.end()) {
    article.title = title_in(marked->paragraph.range, fields);
    read_bylines(parts, static_cast<std::size_t>(marked - parts.begin()), article);
  } else if (const auto title = find_title(parts)) {
    parts[title->part].kind = BlockKind::title;
    article.title = title->title;
    read_bylines(parts, fields.empty() ? 0 : title->part, article);
    fill(article.outlet, title->outlet);
  } else {
    read_bylines(parts, 0, article);
  }
  read_fields(fields, article);
  read_datelines(parts, article);
  read_credits_behind_story(parts, article);
  article.blocks.reserve(parts.size());
  for (const PagePart& part : parts) article.blocks.push_back({part.paragraph.range, part.kind});
  return article;
}

}  // namespace

Article extract(std::string_view text) { return read_article(text, split_paragraphs(text), {}); }

Article extract(const MarkedText& text) { return read_article(text.text, marked_paragraphs(text), text.fields); }

}  // namespace yiwen
