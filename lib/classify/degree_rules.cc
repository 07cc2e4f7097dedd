// SPDX-License-Identifier: Apache-2.0
//
// How much, how sure, how soon: 必须 → 应当, 部分 → 全部, 可能 → ∅. data/degrees.tsv has the groups of words that
// exclude one another.
#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/char_class.h"
#include "base/data_lines.h"
#include "base/utf8.h"
#include "base/words_by_role.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_degrees_tsv;
}

namespace {

using Text = std::u32string_view;

// What must stand beside a word that is left out: a role of rule_words.tsv, or what must not.
struct Condition {
  enum class Place { anywhere, before, near, not_before, behind } place = Place::anywhere;
  std::string role;
  std::string or_role;                     // the same of another, where there is one
  static constexpr std::size_t kNear = 2;  // characters of another word that may stand between

  [[nodiscard]] bool holds(Text before, Text behind) const {
    switch (place) {
      case Place::anywhere:
        return true;
      case Place::before:
        return begins_with_one_of(behind, rule_words(role));
      case Place::near:  // 重大|交通|事故
        for (std::size_t skip = 0; skip <= kNear && skip < behind.size(); ++skip) {
          if (begins_with_one_of(behind.substr(skip), rule_words(role))) return true;
        }
        return false;
      case Place::not_before:
        return !begins_with_one_of(behind, rule_words(role)) &&
               (or_role.empty() || !begins_with_one_of(behind, rule_words(or_role)));
      case Place::behind:
        return ends_with_one_of(before, rule_words(role));
    }
    return true;
  }
};

// Words of one group exclude one another; those of one sense say the same.
struct DegreeGroup {
  Severity swapped;
  Severity dropped;
  Condition condition;
  std::vector<Words> senses;

  [[nodiscard]] std::optional<std::size_t> sense_of(std::u32string_view words) const {
    for (std::size_t s = 0; s < senses.size(); ++s) {
      if (is_one_of(words, senses[s])) return s;
    }
    return {};
  }
};

Severity severity_named(std::string_view name) {
  for (const auto severity : {Severity::critical, Severity::major, Severity::minor}) {
    if (name == to_string(severity)) return severity;
  }
  throw std::runtime_error("degrees.tsv: no severity of a degree: " + std::string(name));
}

Condition read_condition(std::string_view field) {
  using Place = Condition::Place;
  if (field.empty()) return {};
  for (const auto& [head, place] :
       {std::pair(std::string_view("before-"), Place::before), std::pair(std::string_view("near-"), Place::near),
        std::pair(std::string_view("unless-"), Place::not_before),
        std::pair(std::string_view("behind-"), Place::behind)}) {
    if (!field.starts_with(head)) continue;
    const auto roles = field.substr(head.size());
    const auto bar = std::min(roles.find('|'), roles.size());
    Condition condition{place, std::string(roles.substr(0, bar)), {}};
    if (bar < roles.size() && place == Place::not_before) condition.or_role = roles.substr(bar + 1);
    for (const auto& role : {condition.role, condition.or_role}) {
      if (!role.empty()) static_cast<void>(rule_words(role));  // throws where there is no such role
    }
    return condition;
  }
  throw std::runtime_error("degrees.tsv: no condition of a group: " + std::string(field));
}

struct Degrees {
  std::vector<DegreeGroup> groups;
  std::unordered_set<std::u32string> words;  // of all of them: few phrases are any
};

Degrees read_degrees(std::string_view file) {
  Degrees degrees;
  auto& groups = degrees.groups;
  each_data_line(file, [&](std::string_view line) {
    const auto head = next_field(line);
    if (head == "group") {
      const auto swapped = severity_named(next_field(line)), dropped = severity_named(next_field(line));
      groups.push_back({swapped, dropped, read_condition(next_field(line)), {}});
      return;
    }
    if (head != "sense" || groups.empty())
      throw std::runtime_error("degrees.tsv: neither a group nor a sense of one: " + std::string(head));
    Words words;
    while (!line.empty()) words.push_back(to_utf32(next_field(line)));
    degrees.words.insert(words.begin(), words.end());
    groups.back().senses.push_back(std::move(words));
  });
  return degrees;
}

}  // namespace

Answer rules::degree(const Change& change) {
  static const Degrees kDegrees = read_degrees(embedded::classify_degrees_tsv);
  constexpr std::uint32_t kMostWords = 6, kMostLetters = 16;
  const auto [left, right] = without_common_ends(change.left_words(), change.right_words());
  const auto too_long = [](Text words) {
    return words.size() > (std::all_of(words.begin(), words.end(), is_latin) ? kMostLetters : kMostWords);
  };
  if (too_long(left) || too_long(right)) return {};
  const auto is_degree = [](Text words) { return kDegrees.words.contains(std::u32string(words)); };
  auto phrases = phrases_around(change);
  std::erase_if(phrases, [&](const auto& pair) { return !is_degree(pair.first) || !is_degree(pair.second); });
  const bool on_one_side = (right.empty() && (is_degree(left) || is_degree(change.left_words()))) ||
                           (left.empty() && (is_degree(right) || is_degree(change.right_words())));
  if (phrases.empty() && !on_one_side) return {};
  for (const auto& group : kDegrees.groups) {
    for (const auto& [here, there] : phrases) {
      const auto from = group.sense_of(here), to = group.sense_of(there);
      if (from && to) {
        if (*from == *to) return {};
        return Verdict{"degree", group.swapped, Layer::wording,
                       "another degree: " + quote(change, here) + " → " + quote(change, there)};
      }
    }
    if (group.dropped == Severity::minor) continue;
    // What is left out or put in, alone or with unchanged words beside it: 至少有 → 有.
    const bool dropped = (right.empty() && (group.sense_of(left) || group.sense_of(change.left_words()))) ||
                         (left.empty() && (group.sense_of(right) || group.sense_of(change.right_words())));
    const auto [left_at, right_at] = differing(change);
    const auto& [text, at] =
        right.empty() ? std::pair(change.left_text, left_at) : std::pair(change.right_text, right_at);
    if (!dropped || !group.condition.holds(text.substr(0, at.begin), text.substr(at.end))) continue;
    return Verdict{"degree", group.dropped, Layer::wording, "a degree on one side only: " + from_to(change)};
  }
  return {};
}

}  // namespace yiwen
