// SPDX-License-Identifier: Apache-2.0
//
// The laws of rows on generated reprints, and gaps and moves where a reader would put them.
#include "align/align.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "unit/cluster/printed_texts.h"
#include "unit/cluster/spoiled_reprints.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Aligned {
  explicit Aligned(const std::vector<std::string>& pages) : texts(pages), order(pages.size()) {
    std::iota(order.begin(), order.end(), 0u);
    alignment = align(texts.witnesses, cluster(texts.witnesses, order, 1), order);
  }
  PrintedTexts texts;
  std::vector<std::uint32_t> order;
  Alignment alignment;
};

template <class Check>
void for_spoiled_reprints(Check check) {
  for (std::uint32_t seed = 0; seed < 25; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    check(Aligned(spoiled_reprints(seed)));
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(Align, NoWordStandsInTwoCells) {
  for_spoiled_reprints([](const Aligned& aligned) {
    std::map<std::uint32_t, std::vector<TextRange<Normal>>> of_witness;
    for (const auto& row : aligned.alignment.rows) {
      for (const auto& cell : row.cells) of_witness[cell.witness].push_back(cell.range);
    }
    for (auto& [witness, ranges] : of_witness) {
      std::sort(ranges.begin(), ranges.end());
      for (std::size_t k = 0; k + 1 < ranges.size(); ++k) {
        EXPECT_LE(ranges[k].end, ranges[k + 1].begin) << aligned.texts.printed(witness, ranges[k]);
      }
    }
  });
}

TEST(Align, TheCellsOfASentenceCoverItWhole) {
  for_spoiled_reprints([](const Aligned& aligned) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> covered;  // of a witness and sentence
    for (const auto& row : aligned.alignment.rows) {
      for (const auto& cell : row.cells) {
        const auto& sentences = aligned.texts.witnesses[cell.witness].sentences;
        EXPECT_GE(cell.range.begin, sentences[cell.first_sentence].normal.begin);
        EXPECT_LE(cell.range.end, sentences[cell.last_sentence].normal.end);
        for (auto s = cell.first_sentence; s <= cell.last_sentence; ++s) {
          covered[{cell.witness, s}] += intersection(cell.range, sentences[s].normal).size();
        }
      }
    }
    for (const auto& [where, size] : covered) {
      EXPECT_EQ(size, aligned.texts.witnesses[where.first].sentences[where.second].normal.size())
          << aligned.texts.sentence(where.first, where.second);
    }
  });
}

// What classify slices: the compared parts lie in the cells that they are parts of.
TEST(Align, WhatIsComparedLiesInItsCell) {
  for_spoiled_reprints([](const Aligned& aligned) {
    for (const auto& row : aligned.alignment.rows) {
      ASSERT_FALSE(row.cells.empty());
      for (const auto& cell : row.cells) {
        EXPECT_FALSE(cell.range.empty());
        EXPECT_TRUE(cell.range.contains(cell.compared())) << aligned.texts.printed(cell.witness, cell.range);
        EXPECT_TRUE(row.cells[0].range.contains(cell.compared_reference()))
            << aligned.texts.printed(row.cells[0].witness, row.cells[0].range) << " / "
            << aligned.texts.printed(cell.witness, cell.range);
      }
    }
  });
}

TEST(Align, RowsStandInTheOrderOfTheirReferences) {
  for_spoiled_reprints([](const Aligned& aligned) {
    const auto& rows = aligned.alignment.rows;
    for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
      const auto &here = rows[r].cells[0], &next = rows[r + 1].cells[0];
      EXPECT_LE(here.witness, next.witness);
      if (here.witness == next.witness) EXPECT_LT(here.range.begin, next.range.begin);
    }
  });
}

TEST(Align, GapsAreEmptyPlacesInTheirWitness) {
  for_spoiled_reprints([](const Aligned& aligned) {
    for (const auto& gap : aligned.alignment.gaps) {
      EXPECT_NE(gap.witness, gap.reference);
      EXPECT_TRUE(gap.at.empty());
      EXPECT_LE(gap.at.end, aligned.texts.witnesses[gap.witness].normal->chars.size());
      EXPECT_LE(gap.first_sentence, gap.last_sentence);
      EXPECT_LT(gap.last_sentence, aligned.texts.witnesses[gap.reference].sentences.size());
    }
  });
}

TEST(Align, CopiesHaveNeitherGapsNorMovesNorExtras) {
  const Aligned aligned({page(story()), page(story()), page(story())});
  EXPECT_THAT(aligned.alignment.rows, SizeIs(story().size()));
  EXPECT_THAT(aligned.alignment.gaps, IsEmpty());
  EXPECT_THAT(aligned.alignment.extras, IsEmpty());
  EXPECT_THAT(aligned.alignment.moves, IsEmpty());
}

// Where a gap stands: the words before it and behind it, in the witness.
std::vector<std::string> gaps_of(const Aligned& aligned, std::uint32_t witness) {
  std::vector<std::string> out;
  for (const auto& gap : aligned.alignment.gaps) {
    if (gap.witness != witness) continue;
    const auto size = static_cast<std::uint32_t>(aligned.texts.witnesses[witness].normal->chars.size());
    const TextRange<Normal> before{gap.at.begin > 2 ? gap.at.begin - 2 : 0, gap.at.begin};
    const TextRange<Normal> behind{gap.at.begin, std::min(size, gap.at.begin + 2)};
    out.push_back(aligned.texts.printed(witness, before) + "|" + aligned.texts.printed(witness, behind) +
                  (gap.inside ? " inside" : ""));
  }
  return out;
}

TEST(Gaps, StandBetweenTheSentencesThatWereBesideTheMissingOne) {
  const Aligned aligned(
      {page(story()), page({story()[0], story()[1], story()[3], story()[4], story()[5], story()[6]})});
  EXPECT_THAT(gaps_of(aligned, 1), ElementsAre("准箱|当地 inside"));
  ASSERT_THAT(aligned.alignment.gaps, SizeIs(1));
  EXPECT_EQ(aligned.alignment.gaps[0].first_sentence, 2u);
  EXPECT_EQ(aligned.alignment.gaps[0].last_sentence, 2u);
}

TEST(Gaps, StandAtTheHeadAndAtTheTail) {
  const Aligned aligned({page(story()), page({story()[2], story()[3], story()[4]})});
  EXPECT_THAT(gaps_of(aligned, 1), ElementsAre("|码头", "数量|"));
}

TEST(Gaps, ARunOfMissingSentencesIsOneGap) {
  const Aligned aligned({page(story()), page({story()[0], story()[4], story()[5], story()[6]})});
  ASSERT_THAT(aligned.alignment.gaps, SizeIs(1));
  EXPECT_EQ(aligned.alignment.gaps[0].first_sentence, 1u);
  EXPECT_EQ(aligned.alignment.gaps[0].last_sentence, 3u);
}

TEST(Gaps, StandBehindTheSentenceBeforeThemWhereTheOrderChanged) {
  // The witness has the end of the story first.
  const Aligned aligned(
      {page(story()), page({story()[4], story()[5], story()[6], story()[0], story()[1], story()[3]})});
  EXPECT_THAT(gaps_of(aligned, 1), ElementsAre("准箱|当地 inside"));
}

TEST(Gaps, ATextOnAnotherSubjectHasNone) {
  const Aligned aligned({page(story()), page(other_story())});
  EXPECT_THAT(aligned.alignment.gaps, IsEmpty());
}

TEST(Extras, ARunOfSentencesThatNobodyElseHasIsOne) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 2, {other_story()[0], other_story()[1]});
  const Aligned aligned({page(story()), page(paragraphs)});
  ASSERT_THAT(aligned.alignment.extras, SizeIs(1));
  EXPECT_EQ(aligned.alignment.extras[0].witness, 1u);
  EXPECT_EQ(aligned.alignment.extras[0].first_sentence, 2u);
  EXPECT_EQ(aligned.alignment.extras[0].last_sentence, 3u);
}

TEST(Extras, WhatSeveralTextsHaveAndTheBaseHasNotIsGivenOnceWithItsPlaces) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 2, {other_story()[0], other_story()[1]});
  auto longer = paragraphs;
  longer.push_back(other_story()[3]);
  const Aligned aligned({page(story()), page(paragraphs), page(longer)});
  ASSERT_THAT(aligned.alignment.extras, SizeIs(2));
  const auto& shared = aligned.alignment.extras[0];
  EXPECT_EQ(shared.witness, 1u);
  EXPECT_EQ(shared.first_sentence, 2u);
  EXPECT_EQ(shared.last_sentence, 3u);
  ASSERT_THAT(shared.shared, SizeIs(1));
  EXPECT_EQ(shared.shared[0].witness, 2u);
  EXPECT_EQ(shared.shared[0].first_sentence, 2u);
  EXPECT_EQ(shared.shared[0].last_sentence, 3u);
  EXPECT_EQ(aligned.alignment.extras[1].witness, 2u);
  EXPECT_THAT(aligned.alignment.extras[1].shared, IsEmpty());
}

std::vector<std::string> moves_of(const Aligned& aligned) {
  std::vector<std::string> out;
  for (const auto& move : aligned.alignment.moves) {
    out.push_back(aligned.texts.printed(move.witness, move.range) + "|" + aligned.texts.printed(0, move.base_range));
  }
  return out;
}

// Without its last mark, which is no word.
std::string words(const std::string& paragraph) {
  return paragraph.substr(0, paragraph.size() - std::string("。").size());
}

TEST(Moves, TheShorterOfTwoSwappedBlocksMoved) {
  const Aligned aligned(
      {page(story()), page({story()[0], story()[1], story()[3], story()[4], story()[5], story()[6], story()[2]})});
  EXPECT_THAT(moves_of(aligned), ElementsAre(words(story()[2]) + "|" + words(story()[2])));
}

TEST(Moves, ABlockOfSentencesMovesAsOne) {
  const Aligned aligned(
      {page(story()), page({story()[5], story()[6], story()[0], story()[1], story()[2], story()[3], story()[4]})});
  ASSERT_THAT(aligned.alignment.moves, SizeIs(1));
  const auto block = words(story()[5] + "\n\n" + story()[6]);
  EXPECT_THAT(moves_of(aligned), ElementsAre(block + "|" + block));
}

TEST(Moves, AShortSentenceMovesAsAWhole) {
  const std::string first = "码头上的灯亮了一夜。", second = "市里的冷库都已经装满。";
  auto paragraphs = story();
  paragraphs[2] += first + second;
  auto swapped = story();
  swapped[2] += second + first;
  EXPECT_THAT(moves_of(Aligned({page(paragraphs), page(swapped)})), ElementsAre(words(first) + "|" + words(first)));
  auto answers = story(), answers_swapped = story();
  answers[2] += "没有。" + second, answers_swapped[2] += second + "没有。";
  EXPECT_THAT(moves_of(Aligned({page(answers), page(answers_swapped)})), IsEmpty());
}

TEST(Moves, AQuotationThatIsTakenFromItsSpeakerMoves) {
  const std::string quotation = "“明天不再等了。”", before = "市里的冷库都已经装满。";
  auto paragraphs = story(), apart = story();
  paragraphs[2] += before + quotation + "林默说。";
  apart[2] += quotation + before + "林默说。";
  EXPECT_THAT(moves_of(Aligned({page(paragraphs), page(apart)})), SizeIs(1));
}

TEST(Moves, ASentenceThatIsLeftOutMovesNothing) {
  const Aligned aligned({page(story()), page({story()[0], story()[2], story()[3], story()[5], story()[6]})});
  EXPECT_THAT(moves_of(aligned), IsEmpty());
}

TEST(Rows, ASplitSentenceIsOneCell) {
  const std::string whole =
      "港务局局长林默在仪式上介绍，新码头总投资86亿元，年吞吐能力达到320万标准箱，码头全部采用电动岸桥和无人驾驶集卡。";
  const std::string first = "港务局局长林默在仪式上介绍，新码头总投资86亿元。",
                    second = "年吞吐能力达到320万标准箱，码头全部采用电动岸桥和无人驾驶集卡。";
  const Aligned aligned({page({story()[0], whole, story()[6]}), page({story()[0], first + second, story()[6]})});
  ASSERT_THAT(aligned.alignment.rows, SizeIs(3));
  const auto& cells = aligned.alignment.rows[1].cells;
  ASSERT_THAT(cells, SizeIs(2));
  EXPECT_EQ(cells[1].first_sentence, 1u);
  EXPECT_EQ(cells[1].last_sentence, 2u);
  EXPECT_EQ(cells[1].reference_range, cells[0].range);
}

// Both passages have a word of the clause between them, and the first would tear it off: 居首；AI|调度.
TEST(Rows, AWordThatTwoPassagesShareStaysWithItsClause) {
  const std::string first = "去年，该港自编的远洋导航软件装机量全省第一，改变了人工智能在老船员眼里的名声。",
                    second = "第二点，AI调度缩短候泊。",
                    merged = "过去一年，该港远洋导航软件装机量全省居首；AI调度缩短候泊，";
  const Aligned aligned({page({story()[0], first, second, story()[6]}), page({story()[0], merged + story()[6]})});
  std::vector<std::string> parts;
  for (const auto& row : aligned.alignment.rows) {
    for (const auto& cell : row.cells) {
      if (cell.witness == 1) parts.push_back(aligned.texts.printed(1, cell.range));
    }
  }
  EXPECT_THAT(parts,
              ElementsAre(::testing::_, "过去一年，该港远洋导航软件装机量全省居首", "AI调度缩短候泊", ::testing::_));
}

}  // namespace
}  // namespace yiwen
