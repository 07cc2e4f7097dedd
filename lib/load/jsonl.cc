// SPDX-License-Identifier: Apache-2.0
//
// simdjson reads the lines (1.5 GB/s); a line that it refuses is read once more by nlohmann's parser, which is slow but
// knows the byte at which the grammar broke.
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

struct Line {
  std::size_t number = 0;  // from 1
  std::size_t begin = 0;   // byte in the file
  std::string_view bytes;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

// Where and why the line is no JSON; the place is a byte of the line.
std::pair<std::size_t, std::string> broken_at(std::string_view line) {
  if (const std::size_t bad = first_ill_formed(line); bad < line.size()) return {bad, "not valid UTF-8"};
  try {
    [[maybe_unused]] const auto value = nlohmann::json::parse(line);
  } catch (const nlohmann::json::parse_error& error) {
    return {error.byte > 0 ? std::min(error.byte - 1, line.size()) : 0, "not valid JSON"};
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

class JsonlReader {
 public:
  JsonlReader(const std::string& bytes, const std::string& shown) : shown_(shown), padded_(bytes) {}

  JsonlDocuments read() && {
    const std::string_view all(padded_.data(), padded_.size());
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    Line line;
    line.begin = all.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    while (line.begin < all.size()) {
      const std::size_t end = std::min(all.find('\n', line.begin), all.size());
      ++line.number;
      line.bytes = all.substr(line.begin, end - line.begin);
      if (!is_blank(line.bytes)) read_line(line);
      line.begin = end + 1;
    }
    return std::move(out_);
  }

 private:
  void report(Diagnostic::Level level, ErrorCode code, const Line& line, std::size_t at, std::string_view reason) {
    out_.diagnostics.push_back(
        {level, {code, shown_, line.begin + at, fmt::format("line {}: {}", line.number, reason)}});
  }

  void refuse(const Line& line, std::string_view reason, std::size_t at = 0) {
    report(Diagnostic::Level::error, ErrorCode::damaged, line, at, reason);
  }

  void read_line(const Line& line) {
    simdjson::dom::element root;
    // Every line lies inside the padded buffer, so that simdjson may look behind its end without a copy.
    const auto outcome = parser_.parse(line.bytes.data(), line.bytes.size(), false).get(root);
    if (outcome == simdjson::DEPTH_ERROR) {
      return report(Diagnostic::Level::error, ErrorCode::over_limit, line, 0,
                    fmt::format("nested deeper than the limit of {}", parser_.max_depth()));
    }
    if (outcome != simdjson::SUCCESS) {
      const auto [at, reason] = broken_at(line.bytes);
      return refuse(line, reason, at);
    }
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) return refuse(line, "not a JSON object");

    Document document;
    document.source = fmt::format("{}", line.number);
    document.decoded = true;
    const std::optional<std::string> id = read_id(object);
    if (!id) return refuse(line, "no field \"id\" that is a string or a whole number");
    document.id = *id;
    std::string_view text;
    if (object["text"].get(text) != simdjson::SUCCESS) return refuse(line, "no field \"text\" that is a string");
    if (text.empty()) return report(Diagnostic::Level::note, ErrorCode::unsupported, line, 0, "empty");
    document.bytes = text;
    document.metadata.title = optional_field(line, object, "title");
    document.metadata.outlet = optional_field(line, object, "outlet");
    document.metadata.date = optional_field(line, object, "date");
    document.metadata.url = optional_field(line, object, "url");
    out_.documents.push_back(std::move(document));
  }

  static std::optional<std::string> read_id(const simdjson::dom::object& object) {
    const auto field = object["id"];
    if (std::string_view name; field.get(name) == simdjson::SUCCESS && !name.empty()) return without_nul(name);
    if (std::int64_t number = 0; field.get(number) == simdjson::SUCCESS) return fmt::format("{}", number);
    if (std::uint64_t number = 0; field.get(number) == simdjson::SUCCESS) return fmt::format("{}", number);
    return std::nullopt;
  }

  std::string optional_field(const Line& line, const simdjson::dom::object& object, const char* name) {
    simdjson::dom::element value;
    if (object[name].get(value) != simdjson::SUCCESS || value.is_null()) return {};
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) return without_nul(text);
    report(Diagnostic::Level::warning, ErrorCode::damaged, line, 0,
           fmt::format("field \"{}\" is not a string; it is left out", name));
    return {};
  }

  const std::string& shown_;
  simdjson::padded_string padded_;
  simdjson::dom::parser parser_;
  JsonlDocuments out_;
};

}  // namespace

JsonlDocuments read_jsonl(const std::string& bytes, const std::string& shown) {
  // Two out of three bytes of the first character tell UTF-16 and UTF-32; without this each line would be refused
  // alone.
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.find('\0') < 4) {
    return {{}, {{Diagnostic::Level::error, {ErrorCode::unsupported, shown, 0, "JSON Lines are read as UTF-8 only"}}}};
  }
  return JsonlReader(bytes, shown).read();
}

}  // namespace yiwen
