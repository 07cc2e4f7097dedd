// SPDX-License-Identifier: Apache-2.0
#include "classify/exclusive_words.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/data_lines.h"
#include "base/utf8.h"
#include "classify/protected_pairs.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_exclusive_words_tsv;
extern const std::string_view classify_exclusive_verbs_tsv;
}  // namespace embedded

namespace {

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

class Kinds {
 public:
  Kinds(std::string_view words, std::string_view verbs) {
    each_data_line(words, [&](std::string_view line) { add_words(line); });
    each_data_line(verbs, [&](std::string_view line) { add_verbs(line); });
  }

  enum class Of { other_senses, one_sense };

  [[nodiscard]] std::vector<ProtectedPair> pairs(std::u32string_view left, std::u32string_view right, Of senses) const {
    struct Found {
      const Entry *first, *second;
    };
    std::vector<Found> found;
    const auto here = entries_in(left), there = entries_in(right);
    for (const Entry* a : here) {
      for (const Entry* b : there) {
        if (a->kind != b->kind || (a->sense == b->sense) != (senses == Of::one_sense) || a->word == b->word) continue;
        found.push_back(a->order < b->order ? Found{a, b} : Found{b, a});
      }
    }
    const auto place = [](const Found& pair) {
      return std::tuple(-static_cast<std::int64_t>(pair.first->word.size() + pair.second->word.size()),
                        pair.first->order, pair.second->order);
    };
    std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) { return place(a) < place(b); });
    std::vector<ProtectedPair> pairs;
    for (const auto& [first, second] : found) {
      const Kind& kind = kinds_[first->kind];
      pairs.push_back({std::u32string(first->word), std::u32string(second->word), kind.name, kind.severity, kind.reason,
                       is_only_whole(first->word) || is_only_whole(second->word)});
    }
    return pairs;
  }

 private:
  struct Kind {
    std::string name;
    Severity severity;
    std::string reason;
  };
  // A word in one field of one kind.
  struct Entry {
    std::u32string_view word;  // a key of by_word_
    std::uint32_t kind, sense, order;
  };

  void add(std::u32string word, std::size_t sense) {
    longest_ = std::max(longest_, word.size());
    auto& [key, entries] = *by_word_.try_emplace(std::move(word)).first;
    entries.push_back(
        {key, static_cast<std::uint32_t>(kinds_.size() - 1), static_cast<std::uint32_t>(sense), entries_++});
  }

  void add_words(std::string_view line) {
    const std::string name(next_field(line)), severity(next_field(line)), reason(next_field(line));
    if (severity != "critical" && severity != "major")
      throw std::runtime_error("exclusive_words.tsv: neither critical nor major: " + severity);
    kinds_.push_back({name, severity == "major" ? Severity::major : Severity::critical, reason});
    for (std::size_t sense = 0; !line.empty(); ++sense) {
      for (const auto word : parts_of(next_field(line), ' ')) add(normalize(word).chars, sense);
    }
  }

  // Each form is a kind of its own: raised excludes lowered, and not lowering.
  void add_verbs(std::string_view line) {
    constexpr std::size_t kForms = 5, kPast = 2, kParticiple = 4;  // which is the past where a verb has no other
    std::vector<std::vector<Forms>> senses;
    while (!line.empty()) senses.push_back(verbs_of_field(next_field(line)));
    for (std::size_t form = 0; form < kForms; ++form) {
      kinds_.push_back({"term", Severity::critical, "the contrary is said"});
      for (std::size_t sense = 0; sense < senses.size(); ++sense) {
        for (const Forms& verb : senses[sense]) {
          const std::size_t at = form == kParticiple && verb.size() == kParticiple ? kPast : form;
          if (at >= verb.size())
            throw std::runtime_error("exclusive_verbs.tsv: a verb that lacks a form: " + to_utf8(verb.front()));
          add(verb[at], sense);
        }
      }
    }
  }

  [[nodiscard]] std::vector<const Entry*> entries_in(std::u32string_view text) const {
    std::vector<const Entry*> found;
    std::u32string word;
    for (std::size_t at = 0; at < text.size(); ++at) {
      for (std::size_t size = 1; size <= std::min(longest_, text.size() - at); ++size) {
        word = text.substr(at, size);
        const auto entries = by_word_.find(word);
        if (entries == by_word_.end()) continue;
        for (const Entry& entry : entries->second) found.push_back(&entry);
      }
    }
    return found;
  }

  std::vector<Kind> kinds_;
  std::unordered_map<std::u32string, std::vector<Entry>> by_word_;  // looked up only
  std::size_t longest_ = 0;
  std::uint32_t entries_ = 0;
};

const Kinds& kinds() {
  static const Kinds kKinds(embedded::classify_exclusive_words_tsv, embedded::classify_exclusive_verbs_tsv);
  return kKinds;
}

}  // namespace

std::vector<ProtectedPair> exclusive_words(std::u32string_view left, std::u32string_view right) {
  return kinds().pairs(left, right, Kinds::Of::other_senses);
}

std::vector<ProtectedPair> words_of_one_sense(std::u32string_view left, std::u32string_view right) {
  return kinds().pairs(left, right, Kinds::Of::one_sense);
}

}  // namespace yiwen
