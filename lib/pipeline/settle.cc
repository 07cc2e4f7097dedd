// SPDX-License-Identifier: Apache-2.0
#include "pipeline/settle.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "normalize/normalize.h"
#include "report/lookup.h"

namespace yiwen {
namespace {

// As the texts are compared; words that are nothing but punctuation stay what they are.
std::string folded(std::string_view words) {
  const NormalText normal = normalize(words);
  if (normal.chars.empty()) return std::string(words);
  return to_utf8(normal.chars);
}

std::string likeness(const Finding& finding, std::string_view words_there) {
  std::vector<std::string> words;
  for (const Reading& reading : finding.readings) words.push_back(folded(reading.text));
  if (words.size() > 2) std::sort(words.begin() + 1, words.end());
  if (words.empty()) words.push_back(folded(words_there));
  std::string content = fmt::format("{}|{}", to_string(finding.type), finding.kind);
  for (const std::string& word : words) content += fmt::format("|{}:{}", word.size(), word);
  return to_hex(hash64(content));
}

}  // namespace

void find_likenesses(Report& report) {
  std::vector<std::optional<SlicedText>> texts(report.documents.size());
  for (Finding& finding : report.findings) {
    const bool elsewhere = finding.type == FindingType::omission;  // an omission's own place is empty
    const std::optional<Place>& place = elsewhere ? finding.other : finding.place;
    std::string_view words;
    if (finding.readings.empty() && place) {
      std::optional<SlicedText>& text = texts[place->document];
      if (!text) text.emplace(report.documents[place->document].text);
      words = text->slice(place->range);
    }
    finding.like = likeness(finding, words);
  }
}

std::vector<Decision> overruled(std::vector<Decision> earlier, std::vector<Decision> later) {
  std::map<std::pair<std::string, std::string>, std::size_t> ruled;
  for (std::size_t i = 0; i < later.size(); ++i)
    ruled.emplace(std::pair(later[i].key, later[i].key.empty() ? later[i].like : ""), i);
  std::erase_if(earlier, [&](const Decision& decision) {
    return ruled.contains(std::pair(decision.key, decision.key.empty() ? decision.like : ""));
  });
  earlier.insert(earlier.end(), std::make_move_iterator(later.begin()), std::make_move_iterator(later.end()));
  return earlier;
}

void settle(Report& report, std::vector<Decision> decisions) {
  std::map<std::string_view, std::size_t> by_key, by_like;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    decisions[i].findings = 0;
    if (decisions[i].key.empty()) {
      by_like.emplace(decisions[i].like, i);
    } else {
      by_key.emplace(decisions[i].key, i);
    }
  }
  for (Finding& finding : report.findings) {
    auto found = by_key.find(finding.key);
    if (found == by_key.end()) {
      found = by_like.find(finding.like);
      if (found == by_like.end()) continue;
    }
    finding.ruling = decisions[found->second].ruling;
    ++decisions[found->second].findings;
  }
  report.decisions = std::move(decisions);
}

}  // namespace yiwen
