// SPDX-License-Identifier: Apache-2.0
#include "cluster/reference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "unit/cluster/printed_texts.h"
#include "unit/diff/generated_readings.h"

namespace yiwen {
namespace {

using Candidates = std::vector<Reference::Candidate>;

constexpr std::size_t kMost = 16;  // candidates of a sentence that is not very long
constexpr float kLeastShared = 3.0F;

// Every sentence of the reference, looked at for each pair of the other one.
Candidates candidates_said_plainly(const Reference& reference, const WeighedSentence& other, UnitRange stretch,
                                   float least) {
  Candidates all;
  for (std::uint32_t s = 0; s < reference.size(); ++s) {
    const auto pairs = reference.sentence(s).pairs;
    float shared = 0;
    for (auto k = stretch.begin; k + 1 < stretch.end; ++k) {
      const auto key = pair_key(other.ids[k], other.ids[k + 1]);
      if (std::any_of(pairs.begin(), pairs.end(), [&](const PairAt& pair) { return pair.key == key; }))
        shared += other.weights[k];
    }
    if (shared >= std::max(least, kLeastShared)) all.push_back({s, shared});
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.shared > b.shared; });
  all.resize(std::min(all.size(), std::max(kMost, other.ids.size() / 4)));
  return all;
}

std::vector<std::uint32_t> sentences(const Candidates& candidates) {
  std::vector<std::uint32_t> all;
  for (const auto& candidate : candidates) all.push_back(candidate.sentence);
  return all;
}

std::vector<float> weights(const Candidates& candidates) {
  std::vector<float> all;
  for (const auto& candidate : candidates) all.push_back(candidate.shared);
  return all;
}

// Sentences that name the same people and bodies over and over, as those of one outlet do.
std::string text_of_one_outlet(GeneratedReadings& generated) {
  std::string text;
  for (int sentence = 0; sentence < 150; ++sentence) {
    text += generated.below(4) == 0 ? "国家市场监督管理总局局长李明远表示，" : "新华社记者王强报道，";
    text += GeneratedReadings::joined(generated.sentence(3 + generated.below(8))) + "。";
  }
  return text;
}

TEST(Reference, FindsTheCandidatesThatALookAtEverySentenceFinds) {
  GeneratedReadings generated(1);
  for (int round = 0; round < 4; ++round) {
    const PrintedTexts texts({text_of_one_outlet(generated), text_of_one_outlet(generated)});
    const Rarity rarity(texts.witnesses);
    const Reference reference(texts.witnesses[0], rarity), other(texts.witnesses[1], rarity);
    for (std::uint32_t s = 0; s < other.size(); ++s) {
      const auto sentence = other.sentence(s);
      const auto size = static_cast<std::uint32_t>(sentence.ids.size());
      for (const auto stretch : {UnitRange{0, size}, UnitRange{size / 3, size}}) {
        for (const float least : {0.0F, 10.0F, 0.5F * sentence.total, 0.8F * sentence.total}) {
          const auto found = reference.candidates(sentence, {&stretch, 1}, least);
          const auto expected = candidates_said_plainly(reference, sentence, stretch, least);
          ASSERT_EQ(sentences(found), sentences(expected)) << least << " of " << texts.sentence(1, s);
          ASSERT_EQ(weights(found), weights(expected)) << least << " of " << texts.sentence(1, s);
        }
      }
    }
  }
}

TEST(Reference, WhatIsFoundWithMoreAskedForIsTheBeginOfWhatIsFound) {
  GeneratedReadings generated(2);
  const PrintedTexts texts({text_of_one_outlet(generated)});
  const Rarity rarity(texts.witnesses);
  const Reference reference(texts.witnesses[0], rarity);
  for (std::uint32_t s = 0; s < reference.size(); ++s) {
    const auto sentence = reference.sentence(s);
    const auto all = sentences(reference.candidates(sentence));
    const auto best = sentences(reference.candidates(sentence, 0.5F * sentence.total));
    ASSERT_LE(best.size(), all.size());
    EXPECT_TRUE(std::equal(best.begin(), best.end(), all.begin())) << texts.sentence(0, s);
  }
}

}  // namespace
}  // namespace yiwen
