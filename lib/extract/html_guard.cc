// SPDX-License-Identifier: Apache-2.0
//
// The algorithm of HTML 5 has three inputs on which it takes quadratic time or worse, in gumbo as in any parser that
// follows it to the letter. Each is met by taking tags out of the page, or by rewriting them, before it is parsed:
//
//   <div><div><div> ... 100 000 times    every tag looks through the stack of open elements: tags below the limit
//                                         are taken out, their text stays
//   <p><font a><p><font b><p> ...         every paragraph opens all the fonts again: <b>, <i>, <font> and their like
//                                         become <span>, and <b> and <strong> <mark>, which are never opened again
//                                         and mean the same to us
//   <a x1 x2 x3 ... >                     every attribute is looked up among those before it: past kMostAttributes
//                                         a tag loses all of them
//
// This is no parser: it finds tags, comments and raw text as a tokenizer does, and keeps a stack of names that is at
// least as deep as the parser's. Where it errs the page loses structure, never text.
#include "extract/html_guard.h"

#include <algorithm>
#include <array>

namespace yiwen {

namespace {

constexpr std::size_t kMostAttributes = 256;  // pages have some 20; range 64..1024
constexpr std::size_t kLongestName = 16;      // of the tags that are looked at here

constexpr auto kFormatting = std::to_array<std::string_view>(
    {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
constexpr auto kVoid = std::to_array<std::string_view>({"area", "base", "basefont", "bgsound", "br", "col", "command",
                                                        "embed", "frame", "hr", "img", "input", "keygen", "link",
                                                        "meta", "param", "source", "track", "wbr"});
constexpr auto kRawText =
    std::to_array<std::string_view>({"script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe"});
// These close the one of their name that is open, unless one of the tags behind the name stands between.
struct Implied {
  std::string_view name;
  std::array<std::string_view, 5> barriers;
};
constexpr auto kImplied = std::to_array<Implied>({
    {"p", {"table", "button", "object", "marquee", "template"}},
    {"li", {"ul", "ol", "table", "section", "article"}},
    {"dd", {"dl", "table", "section", "article", "ul"}},
    {"dt", {"dl", "table", "section", "article", "ul"}},
    {"td", {"table", "template", "", "", ""}},
    {"th", {"table", "template", "", "", ""}},
    {"tr", {"table", "template", "", "", ""}},
    {"tbody", {"table", "template", "", "", ""}},
    {"option", {"select", "datalist", "", "", ""}},
    {"a", {"table", "object", "marquee", "template", ""}},
});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The tag in whose place nothing is opened again.
std::string_view tame_name(std::string_view name) {
  if (name == "b" || name == "strong") return "mark";
  return is_one_of(kFormatting, name) ? std::string_view("span") : name;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

struct Tag {
  std::string name;  // small letters; cut at kLongestName + 1
  bool closes = false;
  std::size_t name_end = 0;
  std::size_t end = 0;  // behind the '>'; npos where the page ends inside the tag
  std::size_t attributes = 0;
};

// REQUIRES: page[at] is '<', a letter or '/' and a letter behind it
Tag read_tag(std::string_view page, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  if (page[i] == '/') tag.closes = true, ++i;
  for (; i < page.size() && !is_blank(page[i]) && page[i] != '>' && page[i] != '/'; ++i) {
    const char c = page[i];
    if (tag.name.size() <= kLongestName) tag.name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  tag.name_end = i;
  enum class State { between, name, before_value, value } state = State::between;
  for (; i < page.size() && page[i] != '>'; ++i) {
    const char c = page[i];
    if (state == State::before_value && (c == '"' || c == '\'')) {
      i = page.find(c, i + 1);
      if (i == std::string_view::npos) break;
      state = State::between;
    } else if (c == '=' && state < State::before_value) {
      state = State::before_value;
    } else if (is_blank(c) || (c == '/' && state < State::before_value)) {
      if (state != State::before_value) state = State::between;
    } else if (state == State::between) {
      ++tag.attributes;
      state = State::name;
    } else if (state == State::before_value) {
      state = State::value;
    }
  }
  if (i < page.size()) return tag.end = i + 1, tag;
  tag.end = std::string_view::npos;
  return tag;
}

class Tamer {
 public:
  Tamer(std::string_view page, std::uint32_t deepest) : page_(page), deepest_(deepest) {
    out_.html.reserve(page.size());
    out_.kept_at.push_back(0);
    out_.from_at.push_back(0);
  }

  TamedHtml run() && {
    std::size_t at = 0;
    while (at < page_.size()) {
      const std::size_t open = std::min(page_.find('<', at), page_.size());
      keep(at, open);
      if (open == page_.size()) break;
      at = markup(open);
    }
    return std::move(out_);
  }

 private:
  std::size_t markup(std::size_t at) {
    if (page_.substr(at).starts_with("<!--")) {
      const std::size_t end = page_.find("-->", at + 2);  // <!--> is a whole comment
      return keep(at, end == std::string_view::npos ? page_.size() : end + 3);
    }
    const std::size_t letter = at + (at + 1 < page_.size() && page_[at + 1] == '/' ? 2 : 1);
    if (letter >= page_.size() || !is_letter(page_[letter])) return keep(at, at + 1);
    const Tag tag = read_tag(page_, at);
    if (tag.end == std::string_view::npos) return page_.size();  // as in a browser: a tag that never ends shows nothing
    if (!tag.closes && is_one_of(kRawText, tag.name)) return raw_text(at, tag);
    if (is_one_of(kVoid, tag.name)) return write(at, tag, tag.name);
    const std::string_view name = tame_name(tag.name);
    if (tag.closes ? !close(name) : !open(name)) return drop(tag.end);
    return write(at, tag, name);
  }

  // <script> ... </script> as it is.
  std::size_t raw_text(std::size_t at, const Tag& tag) {
    write(at, tag, tag.name);
    for (std::size_t i = page_.find("</", tag.end); i != std::string_view::npos; i = page_.find("</", i + 2)) {
      const std::string_view rest = page_.substr(i + 2, tag.name.size());
      const bool same = std::equal(rest.begin(), rest.end(), tag.name.begin(), tag.name.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
      });
      if (!same) continue;
      const std::size_t end = page_.find('>', i);
      return keep(tag.end, end == std::string_view::npos ? page_.size() : end + 1);
    }
    return tag.end;  // never closed: a reader would see nothing behind it, an editor wants the rest
  }

  // Whether the tag stays.
  bool open(std::string_view name) {
    for (const Implied& implied : kImplied) {
      if (implied.name != name) continue;
      for (std::size_t i = stack_.size(); i > 0 && !is_one_of(implied.barriers, stack_[i - 1]); --i) {
        if (stack_[i - 1] == name) {
          stack_.resize(i - 1);
          break;
        }
      }
    }
    if (stack_.size() >= deepest_) {
      ++dropped_;
      ++out_.flattened;
      return false;
    }
    stack_.emplace_back(name);
    return true;
  }

  bool close(std::string_view name) {
    if (dropped_ > 0) {  // most likely that of an element that was taken out
      --dropped_;
      return false;
    }
    for (std::size_t i = stack_.size(); i > 0; --i) {
      if (stack_[i - 1] != name) continue;
      stack_.resize(i - 1);
      break;
    }
    return true;
  }

  std::size_t write(std::size_t at, const Tag& tag, std::string_view name) {
    const bool is_renamed = name != std::string_view(tag.name) && name == tame_name(tag.name);
    if (!is_renamed && tag.attributes <= kMostAttributes) return keep(at, tag.end);
    out_.html += tag.closes ? "</" : "<";
    out_.html += is_renamed ? name : page_.substr(at + (tag.closes ? 2 : 1), tag.name_end - at - (tag.closes ? 2 : 1));
    drop(tag.name_end);
    if (tag.attributes <= kMostAttributes) return keep(tag.name_end, tag.end);
    drop(tag.end - 1);
    return keep(tag.end - 1, tag.end);
  }

  std::size_t keep(std::size_t begin, std::size_t end) {
    out_.html += page_.substr(begin, end - begin);
    return end;
  }

  // What comes next came from `at`.
  std::size_t drop(std::size_t at) {
    out_.kept_at.push_back(static_cast<std::uint32_t>(out_.html.size()));
    out_.from_at.push_back(static_cast<std::uint32_t>(at));
    return at;
  }

  std::string_view page_;
  std::size_t deepest_;
  TamedHtml out_;
  std::vector<std::string> stack_;
  std::size_t dropped_ = 0;
};

}  // namespace

std::uint32_t TamedHtml::origin(std::uint32_t at) const {
  const auto behind = std::upper_bound(kept_at.begin(), kept_at.end(), at);
  const auto i = static_cast<std::size_t>(behind - kept_at.begin()) - 1;
  // A tag that was written anew is longer than what it stands for, at most up to the next checkpoint.
  const std::uint32_t from = from_at[i] + (at - kept_at[i]);
  return i + 1 < from_at.size() ? std::min(from, from_at[i + 1]) : from;
}

TamedHtml tame_html(std::string_view page, std::uint32_t deepest) { return Tamer(page, deepest).run(); }

}  // namespace yiwen
