// SPDX-License-Identifier: Apache-2.0
//
// Five reprints of one story, spoiled by seed: paragraphs moved, doubled, cut, merged and split, clauses dropped, moved
// and repeated as headings, words exchanged, another story between.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "unit/cluster/printed_texts.h"

namespace yiwen {

inline std::vector<std::string> clauses_of(const std::string& paragraph) {
  static const std::string comma = "，";
  std::vector<std::string> clauses;
  std::size_t begin = 0;
  for (auto at = paragraph.find(comma); at != std::string::npos; at = paragraph.find(comma, begin)) {
    clauses.push_back(paragraph.substr(begin, at - begin));
    begin = at + comma.size();
  }
  clauses.push_back(paragraph.substr(begin));
  return clauses;
}

inline std::string sentence_of(const std::vector<std::string>& clauses) {
  std::string sentence;
  for (const auto& clause : clauses) sentence += (sentence.empty() ? "" : "，") + clause;
  return sentence;
}

inline std::string spoiled_reprint(std::mt19937& random) {
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  auto paragraphs = story();
  for (auto changes = 1 + below(8); changes > 0; --changes) {
    if (paragraphs.empty()) paragraphs = story();
    const auto at = below(paragraphs.size());
    const auto where = paragraphs.begin() + static_cast<std::ptrdiff_t>(at);
    auto clauses = clauses_of(paragraphs[at]);
    switch (below(12)) {
      case 0:
        paragraphs.erase(where);
        break;
      case 1:
        std::swap(paragraphs[at], paragraphs[below(paragraphs.size())]);
        break;
      case 2:
        paragraphs.insert(where, other_story()[below(other_story().size())]);
        break;
      case 3:
        paragraphs.insert(where, std::string(paragraphs[below(paragraphs.size())]));
        break;
      case 4:  // a clause goes
        clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(below(clauses.size())));
        paragraphs[at] = sentence_of(clauses);
        break;
      case 5:  // clauses change places
        std::swap(clauses.front(), clauses.back());
        paragraphs[at] = sentence_of(clauses);
        break;
      case 6:  // a clause of another paragraph comes
        clauses.insert(clauses.begin() + static_cast<std::ptrdiff_t>(below(clauses.size())),
                       clauses_of(story()[below(story().size())]).front());
        paragraphs[at] = sentence_of(clauses);
        break;
      case 7:
        paragraphs.insert(where, "## " + clauses.back());
        break;
      case 8:  // merged with the next
        if (at + 1 < paragraphs.size()) {
          clauses.push_back(paragraphs[at + 1]);
          paragraphs[at] = sentence_of(clauses);
          paragraphs.erase(where + 1);
        }
        break;
      case 9:  // a column break in mid-sentence
        paragraphs[at] = clauses.front();
        clauses.erase(clauses.begin());
        if (!clauses.empty())
          paragraphs.insert(paragraphs.begin() + static_cast<std::ptrdiff_t>(below(paragraphs.size())),
                            sentence_of(clauses));
        break;
      case 10:  // everything in one sentence
        if (below(4) == 0) paragraphs = {sentence_of(paragraphs)};
        break;
      default: {
        static const std::pair<std::string, std::string> words[] = {{"86亿", "68亿"}, {"320万", "三百二十万"},
                                                                    {"林默", "林墨"}, {"可以", "不可以"},
                                                                    {"昨天", "前天"}, {"新码头", "碼頭"}};
        const auto& [from, to] = words[below(std::size(words))];
        for (auto& paragraph : paragraphs) {
          if (const auto found = paragraph.find(from); found != std::string::npos)
            paragraph.replace(found, from.size(), to);
        }
      }
    }
  }
  return page(paragraphs);
}

inline std::vector<std::string> spoiled_reprints(std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<std::string> texts;
  for (int copy = 0; copy < 5; ++copy) texts.push_back(spoiled_reprint(random));
  return texts;
}

}  // namespace yiwen
