// SPDX-License-Identifier: Apache-2.0
//
// Pages state the same thing in many names; the first of a list that is there wins. Linked data and the Open Graph
// names are written by programs for programs and come first; a hand-written <meta name="author"> often holds the
// number of an editor or the name of the site.
#include "extract/stated_metadata.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"
#include "base/utf8_check.h"
#include "extract/field_value.h"
#include "extract/folded_text.h"
#include "extract/metadata_words.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

using Json = nlohmann::json;

// Longer values are descriptions, in bytes.
constexpr std::size_t kLongestValue = 400;
// Names of sites and channels are shorter, in characters.
constexpr std::size_t kLongestSiteName = 24;
// A title keeps at least so many characters when names are taken off it.
constexpr std::size_t kShortestTitle = 4;
constexpr int kDeepestLinkedData = 6;

std::string trimmed(std::string_view value) {
  std::string out = replace_ill_formed(value.substr(0, std::min(value.size(), kLongestValue * 4)));
  std::replace(out.begin(), out.end(), '\0', ' ');
  std::uint32_t begin = 0;
  auto end = static_cast<std::uint32_t>(out.size());
  for (std::uint32_t at = 0; at < end && is_space(next_code_point(out, at));) begin = at;
  for (std::uint32_t at = end; at > begin && is_space(previous_code_point(out, at));) end = at;
  out = out.substr(begin, end - begin);
  return out.size() > kLongestValue ? std::string() : out;
}

std::string meta(const HtmlTree& page, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const auto& [key, content] : page.metas) {
      if (key != name) continue;
      if (std::string value = trimmed(content); !value.empty()) return value;
    }
  }
  return {};
}

std::string without_label(const std::string& value) {
  const TextRange<SourceText> found = field_value(value);
  return value.substr(found.begin, found.size());
}

bool is_number(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
}

struct LinkedData {
  std::string headline, published, author, publisher;
};

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? trimmed(found->get_ref<const std::string&>()) : std::string();
}

// The name of a person or organisation: a string, an object with a name, or a list of them.
std::string name_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  const auto one = [](const Json& value) {
    if (value.is_string()) return trimmed(value.get_ref<const std::string&>());
    return value.is_object() ? text_of(value, "name") : std::string();
  };
  if (!found->is_array()) return one(*found);
  std::string names;
  for (const Json& value : *found) {
    const std::string name = one(value);
    if (!name.empty() && names.size() < kLongestValue) names += (names.empty() ? "" : "、") + name;
  }
  return names;
}

void read_linked_data(const Json& value, LinkedData& out, int depth) {
  if (depth > kDeepestLinkedData) return;
  if (value.is_array()) {
    for (const Json& item : value) read_linked_data(item, out, depth + 1);
  } else if (value.is_object()) {
    if (out.headline.empty()) out.headline = text_of(value, "headline");
    if (out.published.empty()) out.published = text_of(value, "datePublished");
    if (out.published.empty()) out.published = text_of(value, "pubDate");
    if (out.author.empty()) out.author = name_of(value, "author");
    if (out.publisher.empty()) out.publisher = name_of(value, "publisher");
    for (const char* key : {"@graph", "mainEntity"}) {
      if (const auto found = value.find(key); found != value.end()) read_linked_data(*found, out, depth + 1);
    }
  }
}

LinkedData linked_data(const HtmlTree& page) {
  LinkedData out;
  for (const std::string& data : page.linked_data) {
    const Json value = Json::parse(data, nullptr, false, true);
    if (!value.is_discarded()) read_linked_data(value, out, 0);
  }
  return out;
}

// Where a name may be taken off the end of a title.
struct Seam {
  std::size_t end = 0;    // of the title before it
  std::size_t begin = 0;  // of the name behind it
  bool plain = false;     // parts names and nothing else; a hyphen may also part words
};

// The last seam. 走进某村——春天的故事 has none: a dash of two is punctuation.
std::optional<Seam> last_seam(std::u32string_view title) {
  constexpr std::u32string_view kBars = U"_|｜", kHyphens = U"-–—";
  const auto at = title.find_last_of(U"_|｜-–—");
  if (at == std::u32string_view::npos || at == 0) return std::nullopt;
  if (at + 1 < title.size() && is_digit(title[at - 1]) && is_digit(title[at + 1])) return std::nullopt;  // 2026-2030年
  Seam seam{at, at + 1, kBars.find(title[at]) != std::u32string_view::npos};
  const bool hyphen = kHyphens.find(title[at]) != std::u32string_view::npos;
  if (hyphen && title[at - 1] == title[at]) {
    if (title[at] != '-') return std::nullopt;
    seam.plain = true;
  }
  if (hyphen && (is_space(title[at - 1]) || (at + 1 < title.size() && is_space(title[at + 1])))) seam.plain = true;
  while (seam.begin < title.size() && is_space(title[seam.begin])) ++seam.begin;
  while (seam.end > 0 && (is_space(title[seam.end - 1]) || title[seam.end - 1] == title[at])) --seam.end;
  return seam;
}

bool is_site_or_channel(std::u32string_view name) {
  const std::string utf8 = to_utf8(name);
  const FoldedText folded = fold_for_cues(utf8, {0, static_cast<std::uint32_t>(utf8.size())});
  if (folded.empty()) return true;
  const std::u32string_view chars = folded.chars;
  // A site's name in Latin letters behind a title in Han characters.
  if (std::none_of(chars.begin(), chars.end(), [](char32_t c) { return is_han(c) || is_digit(c); })) return true;
  return is_outlet_name(chars) || page_words("channel").match(chars, 0) == chars.size() ||
         page_words("control").match(chars, 0) == chars.size();
}

bool is_han_text(std::string_view text) {
  const std::u32string chars = to_utf32(text);
  return std::any_of(chars.begin(), chars.end(), is_han);
}

}  // namespace

std::string without_site_name(std::string_view title) {
  const std::string text = trimmed(title);
  const std::u32string chars = to_utf32(text);
  std::u32string_view rest = chars;
  while (const auto seam = last_seam(rest)) {
    const std::u32string_view name = rest.substr(seam->begin);
    if (seam->end < kShortestTitle || name.size() > kLongestSiteName) break;
    // 对话｜某某某: what stands in front is a rubric where the part behind it is the longer one.
    const bool believed = seam->plain ? name.size() < seam->end || is_site_or_channel(name) : is_site_or_channel(name);
    if (!believed) break;
    rest = rest.substr(0, seam->end);
  }
  return to_utf8(rest);
}

Metadata stated_metadata(const HtmlTree& page) {
  const LinkedData data = linked_data(page);
  Metadata out;
  out.title = meta(page, {"articletitle", "og:title", "twitter:title"});
  if (out.title.empty()) out.title = data.headline;
  if (out.title.empty()) out.title = trimmed(page.title);
  out.title = without_site_name(out.title);
  out.date = meta(page, {"article:published_time", "pubdate", "publishdate", "datepublished", "og:release_date",
                         "date.available", "publish_date", "apub:time", "weibo:article:create_at", "parsely-pub-date",
                         "sailthru.date", "firstpublishedtime", "dc.date.issued", "dc.date", "date"});
  if (out.date.empty()) out.date = data.published;
  out.outlet = without_label(meta(page, {"contentsource", "source", "mediaid", "article:media"}));
  if (out.outlet.empty()) out.outlet = data.publisher;
  if (out.outlet.empty()) out.outlet = meta(page, {"og:site_name", "sitename"});
  out.author =
      without_label(data.author.empty() ? meta(page, {"author", "article:author", "dc.creator"}) : data.author);
  if (is_number(out.author)) out.author.clear();
  // A house that names itself where its authors should stand.
  if (is_site_or_channel(to_utf32(out.author)) && is_han_text(out.author)) {
    if (out.outlet.empty()) out.outlet = out.author;
    out.author.clear();
  }
  out.url = meta(page, {"og:url"});
  if (out.url.empty()) out.url = trimmed(page.canonical);
  return out;
}

}  // namespace yiwen
