// SPDX-License-Identifier: Apache-2.0
//
// yiwen segment FILE: the sentences of a text, as the later rooms will see them.
#include "segment/segment.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/one_text.h"
#include "cli/output.h"
#include "extract/read_document.h"
#include "normalize/normalize.h"
#include "report/escape.h"

namespace yiwen::cli {
namespace {

std::string_view slice(std::string_view text, TextRange<SourceText> range) {
  return text.substr(range.begin, range.size());
}

std::string as_json(const DecodedText& decoded, const std::vector<Sentence>& sentences) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  std::uint32_t at = 0;           // bytes
  std::uint32_t code_points = 0;  // before `at`
  const auto advance_to = [&](std::uint32_t byte) {
    code_points += count_code_points(std::string_view(decoded.text).substr(at, byte - at));
    at = byte;
    return code_points;
  };
  for (const auto& sentence : sentences) {
    const std::uint32_t begin = advance_to(sentence.range.begin);
    const std::uint32_t end = advance_to(sentence.range.end);
    list.push_back({{"range", {begin, end}},
                    {"kind", to_string(sentence.kind)},
                    {"starts_block", sentence.starts_block},
                    {"text", slice(decoded.text, sentence.range)}});
  }
  return nlohmann::ordered_json{{"encoding", decoded.encoding}, {"sentences", std::move(list)}}.dump(2) + "\n";
}

}  // namespace

int run(const SegmentCommand& command) {
  const auto document = load_one(command.path);
  if (!document) return complain(document.error());
  const auto read = read_document(document.value(), {.encoding = command.encoding});
  if (!read) return complain(read.error());
  const std::string& text = read.value().decoded.text;
  const auto sentences = segment(text, read.value().article, normalize(text));
  if (command.json) return print(as_json(read.value().decoded, sentences));

  std::string lines;
  for (const auto& sentence : sentences) lines += terminal_safe(slice(text, sentence.range)) + "\n";
  return print(lines);
}

}  // namespace yiwen::cli
