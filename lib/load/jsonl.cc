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

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

std::string too_deep(const simdjson::dom::parser& parser) {
  return fmt::format("nested deeper than the limit of {}", parser.max_depth());
}

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
  return {0, "not valid JSON"};  // refused by the one parser only: numbers out of range, nested too deep
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
  std::optional<std::uint64_t> byte;
};

class ArticleReader {
 public:
  explicit ArticleReader(const std::string& shown) : shown_(shown) {}

  void report(Diagnostic::Level level, ErrorCode code, const Place& place, std::string_view reason) {
    out_.diagnostics.push_back({level, {code, shown_, place.byte, fmt::format("{}: {}", place.name, reason)}});
  }

  void refuse(const Place& place, std::string_view reason) {
    report(Diagnostic::Level::error, ErrorCode::damaged, place, reason);
  }

  void read(const simdjson::dom::element& root, const Place& place) {
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
  JsonDocuments out_;
};

JsonDocuments read_lines(const simdjson::padded_string& bytes, const std::string& shown) {
  ArticleReader articles(shown);
  simdjson::dom::parser parser;
  const std::string_view all(bytes.data(), bytes.size());
  std::size_t number = 0;
  for (std::size_t begin = all.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0, end = 0; begin < all.size();
       begin = end + 1) {
    end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = all.substr(begin, end - begin);
    Place place{fmt::format("line {}", ++number), number, begin};
    if (is_blank(line)) continue;
    // Every line lies inside the padded buffer, so that simdjson may look behind its end without a copy.
    simdjson::dom::element root;
    const auto outcome = parser.parse(line.data(), line.size(), false).get(root);
    if (outcome == simdjson::DEPTH_ERROR) {
      articles.report(Diagnostic::Level::error, ErrorCode::over_limit, place, too_deep(parser));
    } else if (outcome != simdjson::SUCCESS) {
      const auto [at, reason] = broken_at(line);
      place.byte = begin + at;
      articles.refuse(place, reason);
    } else {
      articles.read(root, place);
    }
  }
  return std::move(articles).take();
}

// Two out of three bytes of the first character tell UTF-16 and UTF-32; without this each line would be refused alone.
bool is_utf16_or_32(const std::string& bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.find('\0') < 4;
}

}  // namespace

JsonDocuments read_jsonl(const std::string& bytes, const std::string& shown) {
  if (is_utf16_or_32(bytes)) {
    return {{}, {{Diagnostic::Level::error, {ErrorCode::unsupported, shown, 0, "JSON Lines are read as UTF-8 only"}}}};
  }
  return read_lines(simdjson::padded_string(bytes), shown);
}

JsonDocuments read_json(const std::string& bytes, const std::string& shown) {
  const simdjson::padded_string padded(bytes);
  std::string_view all(padded.data(), padded.size());
  const std::size_t mark = all.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  all.remove_prefix(mark);
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  const auto outcome = parser.parse(all.data(), all.size(), false).get(root);
  if (outcome == simdjson::DEPTH_ERROR) {
    return {{}, {{Diagnostic::Level::error, {ErrorCode::over_limit, shown, mark, too_deep(parser)}}}};
  }
  if (outcome != simdjson::SUCCESS) {
    const bool is_lines = all[all.find_first_not_of(" \t\r\n")] == '{';  // an object a line
    if (is_lines) return read_lines(padded, shown);
    const auto [at, reason] = broken_at(all);
    return {{}, {{Diagnostic::Level::error, {ErrorCode::damaged, shown, mark + at, reason}}}};
  }
  ArticleReader articles(shown);
  simdjson::dom::array array;
  if (root.get(array) != simdjson::SUCCESS) {
    articles.read(root, {"article 1", 1, std::nullopt});
  } else {
    std::size_t number = 0;
    for (const auto element : array) {
      const Place place{fmt::format("article {}", ++number), number, std::nullopt};
      articles.read(element, place);
    }
  }
  return std::move(articles).take();
}

}  // namespace yiwen
