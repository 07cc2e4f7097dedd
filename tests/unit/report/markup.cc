// SPDX-License-Identifier: Apache-2.0
#include "unit/report/markup.h"

#include <algorithm>
#include <set>

namespace yiwen {
namespace {

const std::set<std::string_view> kTags = {
    "a",       "abbr",   "article",  "b",      "body",    "br",       "button", "code",   "dd",      "defs",
    "details", "dialog", "div",      "dl",     "dt",      "fieldset", "footer", "form",   "h1",      "h2",
    "h3",      "h4",     "head",     "header", "hr",      "html",     "input",  "kbd",    "label",   "legend",
    "li",      "main",   "mark",     "meta",   "nav",     "ol",       "option", "output", "p",       "path",
    "pattern", "rect",   "q",        "script", "section", "select",   "span",   "style",  "summary", "svg",
    "table",   "tbody",  "template", "td",     "th",      "thead",    "title",  "tr",     "ul"};
const std::set<std::string_view> kVoid = {"br", "hr", "input", "meta"};
// No style, no on...: neither could pass the policy of the page.
const std::set<std::string_view> kAttributes = {"aria-hidden",
                                                "aria-label",
                                                "aria-labelledby",
                                                "aria-live",
                                                "aria-pressed",
                                                "accept",
                                                "charset",
                                                "checked",
                                                "class",
                                                "colspan",
                                                "content",
                                                "data-accept",
                                                "data-c",
                                                "data-critical",
                                                "data-d",
                                                "data-damaged",
                                                "data-do",
                                                "data-error",
                                                "data-for",
                                                "data-ignore",
                                                "data-k",
                                                "data-key",
                                                "data-l",
                                                "data-lacking",
                                                "data-like",
                                                "data-major",
                                                "data-minor",
                                                "data-n",
                                                "data-only",
                                                "data-r",
                                                "data-s",
                                                "data-same",
                                                "data-t",
                                                "data-taken",
                                                "data-unkept",
                                                "data-v",
                                                "aria-current",
                                                "d",
                                                "data-g",
                                                "data-o",
                                                "data-root",
                                                "data-w",
                                                "vector-effect",
                                                "fill",
                                                "height",
                                                "hidden",
                                                "href",
                                                "http-equiv",
                                                "id",
                                                "lang",
                                                "method",
                                                "name",
                                                "patternTransform",
                                                "patternUnits",
                                                "preserveAspectRatio",
                                                "rel",
                                                "role",
                                                "scope",
                                                "selected",
                                                "start",
                                                "tabindex",
                                                "title",
                                                "type",
                                                "value",
                                                "viewBox",
                                                "width",
                                                "x",
                                                "y"};

std::string unescaped(std::string_view text) {
  constexpr std::pair<std::string_view, char> kEntities[] = {{"&amp;", '&'},  {"&lt;", '<'},   {"&gt;", '>'},
                                                             {"&quot;", '"'}, {"&#39;", '\''}, {"&nbsp;", ' '}};
  std::string out;
  while (!text.empty()) {
    const auto* entity = std::find_if(std::begin(kEntities), std::end(kEntities),
                                      [&](const auto& entry) { return text.starts_with(entry.first); });
    if (entity != std::end(kEntities)) {
      out += entity->second;
      text.remove_prefix(entity->first.size());
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

class Reader {
 public:
  explicit Reader(std::string_view page) : rest_(page) {}

  Markup read() && {
    while (!rest_.empty()) {
      const std::size_t tag = rest_.find('<');
      if (rest_.substr(0, tag).find('>') != std::string_view::npos) fault("a bare > in text");
      markup_.text += unescaped(rest_.substr(0, tag));
      if (tag == std::string_view::npos) break;
      rest_.remove_prefix(tag);
      if (take("<!doctype html>")) continue;
      rest_.starts_with("</") ? read_end() : read_begin();
    }
    if (!open_.empty()) fault("never closed: " + open_.back());
    return std::move(markup_);
  }

 private:
  void fault(const std::string& what) {
    markup_.faults.push_back(what + " before: " + std::string(rest_.substr(0, 60)));
  }
  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }
  std::string_view name() {
    const std::size_t end = rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(word.size());
    return word;
  }

  void read_end() {
    take("</");
    const std::string tag(name());
    if (!take(">")) fault("a broken end tag " + tag);
    if (open_.empty() || open_.back() != tag)
      fault("</" + tag + "> where " + (open_.empty() ? "nothing" : open_.back()) + " is open");
    if (!open_.empty()) open_.pop_back();
    markup_.text += '\n';
  }

  void read_begin() {
    take("<");
    const std::string tag(name());
    if (!kTags.contains(tag)) fault("an unknown tag <" + tag);
    while (take(" ")) read_attribute();
    if (take("/>")) return;
    if (!take(">")) fault("a broken tag <" + tag);
    if (kVoid.contains(tag)) return;
    open_.push_back(tag);
    if (tag == "style" || tag == "script") rest_.remove_prefix(std::min(rest_.find("</" + tag + ">"), rest_.size()));
  }

  void read_attribute() {
    const std::string attribute(name());
    if (!kAttributes.contains(attribute)) fault("an unknown attribute " + attribute);
    if (!take("=\"")) return;
    const std::size_t end = rest_.find('"');
    const std::string value = unescaped(rest_.substr(0, end));
    if (rest_.substr(0, end).find('<') != std::string_view::npos) fault("a bare < in " + attribute);
    rest_.remove_prefix(std::min(end, rest_.size()));
    if (!take("\"")) fault("an unclosed attribute " + attribute);
    if (attribute == "id") markup_.ids.push_back(value);
    if (attribute == "href") markup_.links.push_back(value);
  }

  std::string_view rest_;
  std::vector<std::string> open_;
  Markup markup_;
};

}  // namespace

Markup read_markup(std::string_view page) { return Reader(page).read(); }

}  // namespace yiwen
