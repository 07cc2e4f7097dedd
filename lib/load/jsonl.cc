// SPDX-License-Identifier: Apache-2.0
//
// simdjson reads the lines (1.5 GB/s); what it refuses is read once more by nlohmann's parser, which is slow but knows
// the byte at which the grammar broke.
#include "load/jsonl.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8_check.h"

namespace yiwen {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr std::string_view kSpace = " \t\r\n";

bool is_blank(std::string_view text) { return text.find_first_not_of(kSpace) == std::string_view::npos; }

// Where and why the text is no JSON; the place is a byte of it.
std::pair<std::size_t, std::string> broken_at(std::string_view text) {
  if (const std::size_t bad = first_ill_formed(text); bad < text.size()) return {bad, "not valid UTF-8"};
  try {
    [[maybe_unused]] const auto value = nlohmann::json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    return {error.byte > 0 ? std::min(error.byte - 1, text.size()) : 0, "not valid JSON"};
  } catch (const nlohmann::json::exception&) {
    return {0, "not valid JSON"};
  }
  return {0, "not valid JSON"};  // refused by the one parser only: nested too deep
}

// An article without the fields that are left alone anyway, for a number of more than 64 bits in one of them, which
// simdjson refuses. Nothing where the text is no JSON.
std::optional<std::string> known_fields(std::string_view text) {
  const auto value = nlohmann::json::parse(text, nullptr, false);
  if (value.is_discarded() || !value.is_object()) return std::nullopt;
  auto known = nlohmann::json::object();
  for (const char* name : {"id", "text", "title", "outlet", "date", "url"}) {
    if (const auto field = value.find(name); field != value.end()) known[name] = *field;
  }
  return known.dump();
}

// A JSON string may hold U+0000, a name may not. (In the text itself the decode room sees to it.)
std::string without_nul(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\0') {
      out += "\xEF\xBF\xBD";
    } else {
      out += c;
    }
  }
  return out;
}

// Where an article stands in its file.
struct Place {
  std::string name;  // line 21, article 3
  std::size_t number = 0;
  std::uint64_t byte = 0;
};

class ArticleReader {
 public:
  explicit ArticleReader(const std::string& shown) : shown_(shown) {}

  // REQUIRES: the text lies in a padded buffer, so that simdjson may look behind its end without a copy
  void read(std::string_view text, Place place) {
    simdjson::dom::element root;
    const auto outcome = parser_.parse(text.data(), text.size(), false).get(root);
    if (outcome == simdjson::SUCCESS) return take(root, place);
    if (outcome == simdjson::DEPTH_ERROR) {
      return report(Diagnostic::Level::error, ErrorCode::over_limit, place,
                    fmt::format("nested deeper than the limit of {}", parser_.max_depth()));
    }
    const auto known = known_fields(text);
    if (known && parser_.parse(*known).get(root) == simdjson::SUCCESS) return take(root, place);
    const auto [at, reason] = broken_at(text);
    place.byte += at;
    refuse(place, reason);
  }

  void report(Diagnostic::Level level, ErrorCode code, const Place& place, std::string_view reason) {
    out_.diagnostics.push_back({level, {code, shown_, place.byte, fmt::format("{}: {}", place.name, reason)}});
  }

  void refuse(const Place& place, std::string_view reason) {
    report(Diagnostic::Level::error, ErrorCode::damaged, place, reason);
  }

  void take(const simdjson::dom::element& root, const Place& place) {
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) return refuse(place, "not a JSON object");

    Document document;
    document.source = fmt::format("{}", place.number);
    document.decoded = true;
    const std::optional<std::string> id = read_id(object);
    if (!id) return refuse(place, "no field \"id\" that is a string or a whole number");
    document.id = *id;
    std::string_view text;
    if (object["text"].get(text) != simdjson::SUCCESS) return refuse(place, "no field \"text\" that is a string");
    if (text.empty()) return report(Diagnostic::Level::note, ErrorCode::unsupported, place, "empty");
    document.bytes = text;
    document.metadata.title = optional_field(place, object, "title");
    document.metadata.outlet = optional_field(place, object, "outlet");
    document.metadata.date = optional_field(place, object, "date");
    document.metadata.url = optional_field(place, object, "url");
    out_.documents.push_back(std::move(document));
  }

  [[nodiscard]] JsonDocuments take() && { return std::move(out_); }

 private:
  static std::optional<std::string> read_id(const simdjson::dom::object& object) {
    const auto field = object["id"];
    if (std::string_view name; field.get(name) == simdjson::SUCCESS && !name.empty()) return without_nul(name);
    if (std::int64_t number = 0; field.get(number) == simdjson::SUCCESS) return fmt::format("{}", number);
    if (std::uint64_t number = 0; field.get(number) == simdjson::SUCCESS) return fmt::format("{}", number);
    return std::nullopt;
  }

  std::string optional_field(const Place& place, const simdjson::dom::object& object, const char* name) {
    simdjson::dom::element value;
    if (object[name].get(value) != simdjson::SUCCESS || value.is_null()) return {};
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) return without_nul(text);
    report(Diagnostic::Level::warning, ErrorCode::damaged, place,
           fmt::format("field \"{}\" is not a string; it is left out", name));
    return {};
  }

  const std::string& shown_;
  simdjson::dom::parser parser_;
  JsonDocuments out_;
};

JsonDocuments read_lines(std::string_view all, std::size_t begin, const std::string& shown) {
  ArticleReader articles(shown);
  std::size_t number = 0;
  for (std::size_t end = 0; begin < all.size(); begin = end + 1) {
    end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = all.substr(begin, end - begin);
    ++number;
    if (!is_blank(line)) articles.read(line, {fmt::format("line {}", number), number, begin});
  }
  return std::move(articles).take();
}

// Where the value of an array ends that begins at this place: at the comma or the bracket behind it.
std::size_t value_end(std::string_view text, std::size_t at) {
  std::size_t open = 0;
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      ++open;
    } else if (open == 0 && (c == ',' || c == ']')) {
      return at;
    } else if (c == ']' || c == '}') {
      open -= open > 0 ? 1 : 0;
    }
  }
  return text.size();
}

// Each value by itself, as the lines of JSON Lines are: a broken one takes no other with it.
JsonDocuments read_array(std::string_view all, std::size_t bracket, const std::string& shown) {
  ArticleReader articles(shown);
  std::size_t number = 0, end = bracket;
  while (end < all.size() && (end == bracket || all[end] == ',')) {
    const std::size_t behind = end + 1;
    end = value_end(all, behind);
    const std::size_t begin = std::min(all.find_first_not_of(kSpace, behind), end);
    const bool is_empty_array = number == 0 && begin == end && end < all.size() && all[end] == ']';
    if (is_empty_array) break;
    ++number;
    articles.read(all.substr(begin, end - begin), {fmt::format("article {}", number), number, begin});
  }
  if (end == all.size() || !is_blank(all.substr(end + 1))) {
    articles.refuse({fmt::format("article {}", number), number, std::min(end + 1, all.size())}, "not valid JSON");
  }
  return std::move(articles).take();
}

// Two out of three bytes of the first character tell UTF-16 and UTF-32; without this each line would be refused alone.
bool is_utf16_or_32(const std::string& bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.find('\0') < 4;
}

std::size_t begin_of(std::string_view bytes) { return bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0; }

JsonDocuments not_utf8(const char* reason, const std::string& shown) {
  return {{}, {{Diagnostic::Level::error, {ErrorCode::unsupported, shown, 0, reason}}}};
}

}  // namespace

JsonDocuments read_jsonl(const std::string& bytes, const std::string& shown) {
  if (is_utf16_or_32(bytes)) return not_utf8("JSON Lines are read as UTF-8 only", shown);
  const simdjson::padded_string padded(bytes);
  return read_lines({padded.data(), padded.size()}, begin_of(bytes), shown);
}

JsonDocuments read_json(const std::string& bytes, const std::string& shown) {
  if (is_utf16_or_32(bytes)) return not_utf8("JSON is read as UTF-8 only", shown);
  const simdjson::padded_string padded(bytes);
  const std::string_view all(padded.data(), padded.size());
  const std::size_t first = std::min(all.find_first_not_of(kSpace, begin_of(bytes)), all.size());
  if (first < all.size() && all[first] == '[') return read_array(all, first, shown);
  const std::size_t line_end = std::min(all.find('\n', first), all.size());
  if (!is_blank(all.substr(line_end)) && nlohmann::json::accept(all.substr(first, line_end - first)))
    return read_lines(all, begin_of(bytes), shown);
  ArticleReader articles(shown);
  articles.read(all.substr(first), {"article 1", 1, first});
  return std::move(articles).take();
}

}  // namespace yiwen
