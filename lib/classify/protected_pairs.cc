// SPDX-License-Identifier: Apache-2.0
#include "classify/protected_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "base/char_class.h"
#include "base/data_lines.h"
#include "base/utf8.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_protected_pairs_tsv;
}  // namespace embedded

namespace {

Error amiss(const std::string& file, std::size_t line, const std::string& what) {
  return {.code = ErrorCode::damaged, .file = file, .byte = {}, .reason = fmt::format("line {}: {}", line, what)};
}

// `text`: one line of a table, without its end.
Result<ProtectedPair> read_pair(std::string_view text, const std::string& file, std::size_t line) {
  std::array<std::string_view, 5> fields;
  for (auto& field : fields) {
    field = text.substr(0, text.find('\t'));
    text.remove_prefix(std::min(text.size(), field.size() + 1));
  }
  const auto& [first, second, kind, severity, reason] = fields;
  if (first.empty() || second.empty()) return amiss(file, line, "needs two words, parted by a tab");
  if (!kind.empty() && kind != "policy-term" && kind != "term")
    return amiss(file, line, fmt::format("'{}' is neither policy-term nor term", kind));
  if (!severity.empty() && severity != "critical" && severity != "major")
    return amiss(file, line, fmt::format("'{}' is neither critical nor major", severity));
  ProtectedPair pair{normalize(first).chars,
                     normalize(second).chars,
                     kind.empty() ? "term" : std::string(kind),
                     severity == "major" ? Severity::major : Severity::critical,
                     reason.empty() ? "a pair of your own list" : std::string(reason),
                     false};
  if (pair.first.empty() || pair.second.empty()) return amiss(file, line, "a word is nothing but punctuation");
  if (pair.first == pair.second)
    return amiss(file, line, "the two words are one when script, width and regional words are folded");
  pair.only_whole = is_only_whole(pair.first) || is_only_whole(pair.second);
  return pair;
}

void sort_longest_first(std::vector<ProtectedPair>& pairs) {
  std::stable_sort(pairs.begin(), pairs.end(), [](const ProtectedPair& a, const ProtectedPair& b) {
    return a.first.size() + a.second.size() > b.first.size() + b.second.size();
  });
}

}  // namespace

bool is_only_whole(std::u32string_view chars) {
  return chars.size() == 1 || std::all_of(chars.begin(), chars.end(), is_latin);
}

Result<std::vector<ProtectedPair>> parse_protected_pairs(std::string_view table, const std::string& file) {
  std::vector<ProtectedPair> pairs;
  for (std::size_t line = 1; !table.empty(); ++line) {
    std::string_view text = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), text.size() + 1));
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (text.empty() || text.front() == '#') continue;
    auto pair = read_pair(text, file, line);
    if (!pair) return pair.error();
    pairs.push_back(std::move(pair).value());
  }
  sort_longest_first(pairs);
  return pairs;
}

std::span<const ProtectedPair> protected_pairs() {
  static const std::vector<ProtectedPair> kPairs = [] {
    auto read = parse_protected_pairs(embedded::classify_protected_pairs_tsv, "protected_pairs.tsv");
    if (!read) throw std::runtime_error(to_string(read.error()));
    return std::move(read).value();
  }();
  return kPairs;
}

}  // namespace yiwen
