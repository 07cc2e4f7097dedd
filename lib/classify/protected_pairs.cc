// SPDX-License-Identifier: Apache-2.0
#include "classify/protected_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "base/char_class.h"
#include "base/data_lines.h"
#include "base/utf8.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_protected_pairs_tsv;
extern const std::string_view classify_exclusive_words_tsv;
extern const std::string_view classify_exclusive_verbs_tsv;
}  // namespace embedded

namespace {

bool is_only_whole(std::u32string_view chars) {
  return chars.size() == 1 || std::all_of(chars.begin(), chars.end(), is_latin);
}

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

// The words of a field of exclusive_words.tsv, which say the same.
std::vector<std::u32string> words_of_field(std::string_view field) {
  std::vector<std::u32string> words;
  for (const auto word : parts_of(field, ' ')) words.push_back(normalize(word).chars);
  return words;
}

struct ExclusivePairs {
  std::vector<ProtectedPair> apart, alike;  // of two fields of a line, of one
};

ExclusivePairs read_exclusive_words(std::string_view file) {
  ExclusivePairs pairs;
  each_data_line(file, [&](std::string_view line) {
    const std::string kind(next_field(line)), severity(next_field(line)), reason(next_field(line));
    if (severity != "critical" && severity != "major")
      throw std::runtime_error("exclusive_words.tsv: neither critical nor major: " + severity);
    std::vector<std::vector<std::u32string>> senses;
    while (!line.empty()) senses.push_back(words_of_field(next_field(line)));
    const auto pair_of = [&](const std::u32string& first, const std::u32string& second) -> ProtectedPair {
      return {first,  second,
              kind,   severity == "major" ? Severity::major : Severity::critical,
              reason, is_only_whole(first) || is_only_whole(second)};
    };
    for (std::size_t a = 0; a < senses.size(); ++a) {
      for (auto first = senses[a].begin(); first != senses[a].end(); ++first) {
        for (auto other = first + 1; other != senses[a].end(); ++other) pairs.alike.push_back(pair_of(*first, *other));
        for (std::size_t b = a + 1; b < senses.size(); ++b) {
          for (const auto& second : senses[b]) pairs.apart.push_back(pair_of(*first, second));
        }
      }
    }
  });
  return pairs;
}

// The forms of a verb of exclusive_verbs.tsv.
using Forms = std::vector<std::u32string>;

std::vector<Forms> verbs_of_field(std::string_view field) {
  std::vector<Forms> verbs;
  for (const std::string_view verb : parts_of(field, ' ')) {
    verbs.emplace_back();
    for (const auto form : parts_of(verb, ',')) verbs.back().push_back(normalize(form).chars);
  }
  return verbs;
}

void add_exclusive_verbs(std::string_view file, std::vector<ProtectedPair>& pairs) {
  constexpr std::size_t kPast = 2, kParticiple = 4;  // which is the past where a verb has no other
  const auto form_of = [](const Forms& verb, std::size_t form) {
    return form < verb.size() ? &verb[form] : form == kParticiple ? &verb[kPast] : nullptr;
  };
  each_data_line(file, [&](std::string_view line) {
    std::vector<std::vector<Forms>> senses;
    while (!line.empty()) senses.push_back(verbs_of_field(next_field(line)));
    const auto exclude = [&](const Forms& first, const Forms& second) {
      for (std::size_t form = 0; form < std::max(first.size(), second.size()); ++form) {
        const auto *here = form_of(first, form), *there = form_of(second, form);
        if (!here || !there)
          throw std::runtime_error("exclusive_verbs.tsv: a verb that lacks a form: " + to_utf8(first.front()));
        if (*here != *there) pairs.push_back({*here, *there, "term", Severity::critical, "the contrary is said", true});
      }
    };
    for (std::size_t a = 0; a < senses.size(); ++a) {
      for (std::size_t b = a + 1; b < senses.size(); ++b) {
        for (const auto& first : senses[a]) {
          for (const auto& second : senses[b]) exclude(first, second);
        }
      }
    }
  });
}

// There are more pairs than could be looked for in turn.
class PairsByWord {
 public:
  explicit PairsByWord(std::vector<ProtectedPair> pairs) : pairs_(std::move(pairs)) {
    for (std::uint32_t at = 0; at < pairs_.size(); ++at) {
      for (const auto* word : {&pairs_[at].first, &pairs_[at].second}) {
        by_word_[*word].push_back(at);
        longest_ = std::max(longest_, word->size());
      }
    }
  }
  PairsByWord(const PairsByWord&) = delete;
  PairsByWord& operator=(const PairsByWord&) = delete;

  [[nodiscard]] std::vector<const ProtectedPair*> in(std::u32string_view text) const {
    std::vector<std::uint32_t> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
      for (std::size_t size = 1; size <= std::min(longest_, text.size() - at); ++size) {
        const auto pairs = by_word_.find(text.substr(at, size));
        if (pairs != by_word_.end()) found.insert(found.end(), pairs->second.begin(), pairs->second.end());
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<const ProtectedPair*> pairs;
    for (const auto at : found) pairs.push_back(&pairs_[at]);
    return pairs;
  }

 private:
  std::vector<ProtectedPair> pairs_;
  std::unordered_map<std::u32string_view, std::vector<std::uint32_t>> by_word_;  // looked up only
  std::size_t longest_ = 0;
};

struct ExclusiveWords {
  PairsByWord apart, alike;

  explicit ExclusiveWords(ExclusivePairs pairs) : apart(std::move(pairs.apart)), alike(std::move(pairs.alike)) {}
};

const ExclusiveWords& exclusive_words() {
  static const ExclusiveWords kWords([] {
    ExclusivePairs pairs = read_exclusive_words(embedded::classify_exclusive_words_tsv);
    add_exclusive_verbs(embedded::classify_exclusive_verbs_tsv, pairs.apart);
    sort_longest_first(pairs.apart);
    return pairs;
  }());
  return kWords;
}

}  // namespace

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

std::vector<const ProtectedPair*> exclusive_words_in(std::u32string_view text) {
  return exclusive_words().apart.in(text);
}

std::vector<const ProtectedPair*> words_of_one_sense_in(std::u32string_view text) {
  return exclusive_words().alike.in(text);
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
