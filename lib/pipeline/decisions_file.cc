// SPDX-License-Identifier: Apache-2.0
//
// The file in which a page hands its decisions to the next run; docs/formats/decisions.md describes it. It passes
// through hands and mail programs, so it is checked entry by entry, and a mistake is named by its entry. The only file
// of this room that includes nlohmann's parser.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "load/read_file.h"
#include "pipeline/settle.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kSchema = "yiwen.decisions/1";
constexpr std::uint64_t kMostBytes = 64ULL << 20;  // some 300,000 decisions
constexpr std::size_t kKeyDigits = 16;

Error damaged(const std::string& file, std::string reason) {
  return {.code = ErrorCode::damaged, .file = file, .byte = {}, .reason = std::move(reason)};
}

bool is_key(const std::string& key) {
  return key.size() == kKeyDigits && key.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// The string under the name; empty where there is none or it is something else.
std::string text(const Json& entry, const char* name) {
  const auto found = entry.find(name);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Ruling ruling_named(const std::string& name) {
  for (const Ruling ruling : {Ruling::error, Ruling::accepted, Ruling::ignored}) {
    if (name == to_string(ruling)) return ruling;
  }
  return Ruling::none;
}

Result<Decision> read_entry(const Json& entry, const std::string& file, const std::string& name) {
  if (!entry.is_object()) return damaged(file, name + " is not an object");
  Decision decision;
  decision.key = text(entry, "key");
  decision.like = text(entry, "like");
  if (entry.contains("key") == entry.contains("like")) return damaged(file, name + " must have either a key or a like");
  if (!is_key(decision.key.empty() ? decision.like : decision.key)) {
    return damaged(file, name + ": the key or like is not 16 hexadecimal digits");
  }
  decision.ruling = ruling_named(text(entry, "decision"));
  if (decision.ruling == Ruling::none) return damaged(file, name + ": the decision is not accept, error or ignore");
  decision.type = text(entry, "type");
  decision.kind = text(entry, "kind");
  decision.note = text(entry, "note");
  if (const auto readings = entry.find("readings"); readings != entry.end() && readings->is_array()) {
    for (const Json& reading : *readings) {
      if (reading.is_string()) decision.readings.push_back(reading.get<std::string>());
    }
  }
  return decision;
}

}  // namespace

Result<std::vector<Decision>> parse_decisions(std::string_view bytes, const std::string& file) {
  Json root;
  try {
    root = Json::parse(bytes.begin(), bytes.end());
  } catch (const Json::parse_error& error) {
    // The parser counts from 1, and points behind what it could not read.
    return Error{.code = ErrorCode::damaged,
                 .file = file,
                 .byte = error.byte > 0 ? error.byte - 1 : 0,
                 .reason = "is not a decisions file: the JSON breaks off or is damaged here"};
  }
  if (!root.is_object() || text(root, "schema") != kSchema) {
    return damaged(file, fmt::format("is not a decisions file: its schema is not \"{}\"", kSchema));
  }
  const auto list = root.find("decisions");
  if (list == root.end() || !list->is_array()) return damaged(file, "has no list of decisions");
  std::vector<Decision> decisions;
  std::set<std::pair<std::string, std::string>> ruled;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string name = fmt::format("decision {}", i + 1);
    auto decision = read_entry((*list)[i], file, name);
    if (!decision) return decision.error();
    if (!ruled.emplace(decision.value().key, decision.value().like).second) {
      return damaged(file, name + " rules once more on what was ruled on before");
    }
    decisions.push_back(std::move(decision).value());
  }
  return decisions;
}

Result<std::vector<Decision>> read_decisions(const std::vector<std::string>& paths) {
  std::vector<Decision> all;
  for (const std::string& path : paths) {
    const auto bytes = read_file(path, path, kMostBytes);
    if (!bytes) return bytes.error();
    auto decisions = parse_decisions(bytes.value(), path);
    if (!decisions) return decisions.error();
    all = overruled(std::move(all), std::move(decisions).value());
  }
  return all;
}

}  // namespace yiwen
