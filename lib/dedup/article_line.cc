// SPDX-License-Identifier: Apache-2.0
//
// simdjson's on-demand parser goes through the keys of a line once; a line that it refuses is read again by the load
// room, which says what is wrong with it and where.
#include "dedup/article_line.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <optional>

#include "load/jsonl.h"
#include "load/line_blocks.h"

namespace yiwen {
namespace {

static_assert(kBlockPadding >= simdjson::SIMDJSON_PADDING);

namespace ondemand = simdjson::ondemand;

std::string_view without_space(std::string_view token) {
  const auto last = token.find_last_not_of(" \t\r\n");
  return token.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::string without_nul(std::string_view name) {
  std::string out;
  for (const char c : name) c == '\0' ? out += "\xEF\xBF\xBD" : out += c;
  return out;
}

std::optional<std::string> id_of(ondemand::value value) {
  if (std::string_view name; value.get_string().get(name) == simdjson::SUCCESS) {
    if (name.empty()) return std::nullopt;
    return without_nul(name);
  }
  if (std::int64_t number = 0; value.get_int64().get(number) == simdjson::SUCCESS) return fmt::format("{}", number);
  if (std::uint64_t number = 0; value.get_uint64().get(number) == simdjson::SUCCESS) return fmt::format("{}", number);
  return std::nullopt;
}

std::optional<std::string_view> raw_of(ondemand::value value) {
  ondemand::json_type type{};
  if (value.type().get(type) != simdjson::SUCCESS) return std::nullopt;
  std::string_view raw;
  if (type == ondemand::json_type::array) {
    ondemand::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS || array.raw_json().get(raw) != simdjson::SUCCESS) return {};
    return raw;
  }
  if (type == ondemand::json_type::object) {
    ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS || object.raw_json().get(raw) != simdjson::SUCCESS)
      return {};
    return raw;
  }
  return without_space(value.raw_json_token());
}

// What is wrong with the line, in the words of the load room.
Error refusal(std::string_view line) {
  const JsonDocuments slow = read_jsonl(std::string(line), "");
  if (slow.diagnostics.empty()) return {ErrorCode::damaged, "", 0, "not valid JSON"};
  Error what = slow.diagnostics.front().what;
  const auto colon = what.reason.find(": ");
  if (colon != std::string::npos) what.reason.erase(0, colon + 2);  // "line 1: "
  return what;
}

}  // namespace

struct ArticleLines::Parser {
  ondemand::parser lines;
  simdjson::dom::parser strict;

  std::optional<Line> read(std::string_view line) {
    ondemand::document document;
    ondemand::object object;
    if (lines.iterate(line.data(), line.size(), line.size() + kBlockPadding).get(document) != simdjson::SUCCESS)
      return {};
    if (document.get_object().get(object) != simdjson::SUCCESS) return {};
    Line read;
    std::optional<std::string> id;
    std::optional<std::string_view> text;
    for (auto each : object) {
      ondemand::field field;
      if (std::move(each).get(field) != simdjson::SUCCESS) return {};
      const char* const raw_key = field.key().raw();  // closed somewhere: the parser has paired all quotes
      const std::string_view key(raw_key, key_length(raw_key));
      if (key == "id" && !id) {
        id = id_of(field.value());
        if (!id) return {};
      } else if (key == "text" && !text) {
        std::string_view value;
        if (field.value().get_string().get(value) != simdjson::SUCCESS) return {};
        text = value;
      } else {
        const auto raw = raw_of(field.value());
        if (!raw) return {};
        // A member of a cluster has keys of these names already.
        const bool taken = key == "relation" || key == "coverage" || key == "source";
        read.other_keys += fmt::format(",\"{}{}\":{}", taken ? "input_" : "", key, *raw);
      }
    }
    const char* rest = nullptr;
    if (document.current_location().get(rest) == simdjson::SUCCESS) return {};  // something follows the object
    if (!id || !text) return {};
    // The parser does not look into what it is not asked for.
    if (!read.other_keys.empty() && !is_json("{" + read.other_keys.substr(1) + "}")) return {};
    read.id = std::move(*id);
    read.text = *text;
    return read;
  }

  static std::size_t key_length(const char* raw) {
    std::size_t at = 0;
    while (raw[at] != '"') at += raw[at] == '\\' ? 2 : 1;
    return at;
  }

  bool is_json(const std::string& text) {
    const auto error = strict.parse(text).error();
    return error == simdjson::SUCCESS || error == simdjson::NUMBER_ERROR;
  }
};

ArticleLines::ArticleLines() : parser_(std::make_unique<Parser>()) {}
ArticleLines::~ArticleLines() = default;

Result<ArticleLines::Line> ArticleLines::read(std::string_view line) {
  auto read = parser_->read(line);
  if (read) return std::move(*read);
  return refusal(line);
}

}  // namespace yiwen
