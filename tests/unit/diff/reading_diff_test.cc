// SPDX-License-Identifier: Apache-2.0
//
// The laws of the diff of two readings on generated sentences, and the places that a reader knows by heart.
#include "diff/reading_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "diff/protected_words.h"
#include "normalize/normalize.h"
#include "segment/units.h"
#include "unit/diff/generated_readings.h"

namespace yiwen {

// NOLINTBEGIN(readability-identifier-naming): the name that GoogleTest looks for
void PrintTo(const TextRange<Normal>& range, std::ostream* out) {
  *out << "[" << range.begin << ", " << range.end << ")";
}

void PrintTo(const Edit& edit, std::ostream* out) {
  PrintTo(edit.left, out);
  *out << " -> ";
  PrintTo(edit.right, out);
  if (edit.reordered) *out << " reordered";
}
// NOLINTEND(readability-identifier-naming)

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TextRange<Normal> whole(const NormalText& text) { return {0, static_cast<std::uint32_t>(text.chars.size())}; }

ReadingDiff diff_of(const NormalText& left, const NormalText& right) {
  return diff_readings(left, whole(left), right, whole(right));
}

// "left>right" for every edit, in folded words; "!" behind one that is a change of order.
std::vector<std::string> edits(std::string_view left, std::string_view right) {
  const auto a = normalize(left), b = normalize(right);
  std::vector<std::string> out;
  for (const auto& edit : diff_of(a, b).edits) {
    out.push_back(to_utf8(a.slice(edit.left)) + ">" + to_utf8(b.slice(edit.right)) + (edit.reordered ? "!" : ""));
  }
  return out;
}

// The left with every edit made; nothing where the edits are out of order, overlap, or say nothing.
std::optional<std::u32string> replay(const ReadingDiff& diff, const NormalText& left, TextRange<Normal> left_range,
                                     const NormalText& right, TextRange<Normal> right_range) {
  std::u32string out;
  auto left_at = left_range.begin, right_at = right_range.begin;
  for (const auto& edit : diff.edits) {
    if (edit.left.empty() && edit.right.empty()) return {};
    if (edit.left.begin < left_at || edit.left.end < edit.left.begin || edit.left.end > left_range.end) return {};
    if (edit.right.begin < right_at || edit.right.end < edit.right.begin || edit.right.end > right_range.end) return {};
    if (edit.left.begin - left_at != edit.right.begin - right_at) return {};
    out += left.slice({left_at, edit.left.begin});
    out += right.slice(edit.right);
    left_at = edit.left.end;
    right_at = edit.right.end;
  }
  out += left.slice({left_at, left_range.end});
  return out;
}

// Calls `check` with the two readings of many generated sentences.
template <class Check>
void for_generated_readings(Check check) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    GeneratedReadings generated(seed);
    const auto pieces = generated.sentence(3 + generated.below(40));
    const auto left_text = generated.joined(pieces), right_text = generated.joined(generated.changed(pieces));
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n  " + left_text + "\n  " + right_text);
    check(normalize(left_text), normalize(right_text));
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(ReadingDiff, ReplayingTheEditsOnTheLeftGivesTheRight) {
  for_generated_readings([](const NormalText& left, const NormalText& right) {
    EXPECT_EQ(replay(diff_of(left, right), left, whole(left), right, whole(right)), right.chars);
  });
}

TEST(ReadingDiff, ReplaysInsideATextAsWell) {
  GeneratedReadings generated(77);
  for (int round = 0; round < 200; ++round) {
    const auto pieces = generated.sentence(30);
    const auto left = normalize(generated.joined(pieces)),
               right = normalize(generated.joined(generated.changed(pieces)));
    const auto cut = [&](const NormalText& text) {
      const auto a = generated.below(static_cast<std::uint32_t>(text.chars.size()) + 1);
      const auto b = generated.below(static_cast<std::uint32_t>(text.chars.size()) + 1);
      return TextRange<Normal>{std::min(a, b), std::max(a, b)};
    };
    const auto left_range = cut(left), right_range = cut(right);
    const auto diff = diff_readings(left, left_range, right, right_range);
    ASSERT_EQ(replay(diff, left, left_range, right, right_range), std::u32string(right.slice(right_range)))
        << "round " << round;
  }
}

TEST(ReadingDiff, SwappingTheSidesInvertsTheEdits) {
  for_generated_readings([](const NormalText& left, const NormalText& right) {
    const auto there = diff_of(left, right);
    auto back = diff_of(right, left);
    for (auto& edit : back.edits) std::swap(edit.left, edit.right);
    EXPECT_EQ(there.edits, back.edits);
    EXPECT_EQ(there.shared_units, back.shared_units);
    EXPECT_EQ(there.left_units, back.right_units);
  });
}

TEST(ReadingDiff, EveryEditChangesSomething) {
  for_generated_readings([](const NormalText& left, const NormalText& right) {
    for (const auto& edit : diff_of(left, right).edits) {
      EXPECT_NE(cut_into_units(left, edit.left).ids, cut_into_units(right, edit.right).ids);
    }
  });
}

TEST(ReadingDiff, SeesTwoNumbersThatRanTogether) {
  EXPECT_THAT(edits("1—2月份生产平稳", "12月份生产平稳"), ElementsAre("12月份>12月份"));
}

TEST(ReadingDiff, FindsNothingBetweenATextAndItself) {
  for_generated_readings([](const NormalText& left, const NormalText&) {
    const auto diff = diff_of(left, left);
    EXPECT_THAT(diff.edits, IsEmpty());
    EXPECT_EQ(diff.shared_units, diff.left_units);
  });
}

// No edit begins or ends inside the word, unless a clause ends there.
void expect_not_cut(const NormalText& text, const std::vector<Edit>& edits, TextRange<Normal> Edit::*side) {
  for (const auto& word : find_protected(text, {0, static_cast<std::uint32_t>(text.chars.size())})) {
    for (const auto& edit : edits) {
      for (const auto at : {(edit.*side).begin, (edit.*side).end}) {
        if (word.range.begin >= at || at >= word.range.end || text.clause_begins(at)) continue;
        ADD_FAILURE() << "an edit cuts " << to_utf8(text.slice(word.range)) << " at " << at - word.range.begin;
      }
    }
  }
}

TEST(ReadingDiff, NeverCutsANumberADateANameOrAPost) {
  for_generated_readings([](const NormalText& left, const NormalText& right) {
    const auto diff = diff_of(left, right);
    expect_not_cut(left, diff.edits, &Edit::left);
    expect_not_cut(right, diff.edits, &Edit::right);
  });
}

TEST(ReadingDiff, NeverCutsAUnit) {
  for_generated_readings([](const NormalText& left, const NormalText& right) {
    const auto units = cut_into_units(left, whole(left));
    for (const auto& edit : diff_of(left, right).edits) {
      for (const auto& unit : units.ranges) {
        EXPECT_FALSE(unit.begin < edit.left.begin && edit.left.begin < unit.end);
        EXPECT_FALSE(unit.begin < edit.left.end && edit.left.end < unit.end);
      }
    }
  });
}

TEST(ReadingDiff, CountsWhatBothReadingsHave) {
  for_generated_readings([](const NormalText& left, const NormalText& right) {
    const auto diff = diff_of(left, right);
    EXPECT_LE(diff.shared_units, std::min(diff.left_units, diff.right_units));
    std::uint32_t outside = 0;  // edits take in shared words, so at least what lies outside of them is shared
    auto at = std::uint32_t{0};
    for (const auto& edit : diff.edits) {
      outside += cut_into_units(left, {at, edit.left.begin}).size();
      at = edit.left.end;
    }
    outside += cut_into_units(left, {at, static_cast<std::uint32_t>(left.chars.size())}).size();
    EXPECT_GE(diff.shared_units, outside);
  });
}

TEST(ReadingDiff, IsCountedWithoutItAlike) {
  for_generated_readings([](const NormalText& left, const NormalText& right) {
    const auto diff = diff_of(left, right);
    const auto units = shared_units(left, whole(left), right, whole(right));
    EXPECT_EQ(units.shared, diff.shared_units);
    EXPECT_EQ(units.left, diff.left_units);
    EXPECT_EQ(units.right, diff.right_units);
  });
}

// Between two edits, equal words answer equal words; an insertion that touches them is the edit at their end.
TEST(Across, MapsEqualWordsToEqualWordsAndTakesInTheEditsAtTheirEnds) {
  for_generated_readings([](const NormalText& left, const NormalText& right) {
    const auto diff = diff_of(left, right);
    const auto& edits_made = diff.edits;
    for (std::size_t k = 0; k + 1 < edits_made.size(); ++k) {
      const TextRange<Normal> between{edits_made[k].left.end, edits_made[k + 1].left.begin};
      if (between.empty()) continue;
      auto first = k, last = k + 1;  // the pure insertions at either end
      while (edits_made[first].left.empty() && first > 0 && edits_made[first - 1].left.end == between.begin) --first;
      while (last + 1 < edits_made.size() && edits_made[last].left.empty() &&
             edits_made[last + 1].left == edits_made[last].left)
        ++last;
      const auto begin = edits_made[k].left.empty() ? edits_made[first].left.empty() ? edits_made[first].right.begin
                                                                                     : edits_made[first].right.end
                                                    : edits_made[k].right.end;
      const auto end = edits_made[k + 1].left.empty() ? edits_made[last].right.end : edits_made[k + 1].right.begin;
      EXPECT_EQ(across(diff, 0, 0, between), (TextRange<Normal>{begin, end}));
      if (between.size() > 2) {
        const TextRange<Normal> inner{between.begin + 1, between.end - 1};
        EXPECT_EQ(right.slice(across(diff, 0, 0, inner)), left.slice(inner));
      }
    }
  });
}

TEST(Across, IsMonotoneAndStaysInTheRight) {
  for_generated_readings([](const NormalText& left, const NormalText& right) {
    const auto diff = diff_of(left, right);
    const auto size = static_cast<std::uint32_t>(left.chars.size()),
               limit = static_cast<std::uint32_t>(right.chars.size());
    std::uint32_t last_begin = 0, last_end = 0;
    for (std::uint32_t at = 0; at < size; ++at) {
      const auto there = across(diff, 0, 0, {at, at + 1});
      EXPECT_LE(there.begin, there.end);
      EXPECT_LE(there.end, limit);
      EXPECT_LE(last_begin, there.begin);
      EXPECT_LE(last_end, there.end);
      last_begin = there.begin;
      last_end = there.end;
    }
    if (size > 0) EXPECT_EQ(across(diff, 0, 0, {0, size}).end, limit);
  });
}

TEST(Across, TakesTheWholeRightSideOfAnEditItTouches) {
  const auto left = normalize("坚持法治化营商环境"), right = normalize("坚持走法制化的营商环境");
  const auto diff = diff_of(left, right);
  ASSERT_FALSE(diff.edits.empty());
  for (const auto& edit : diff.edits) {
    if (!edit.left.empty()) EXPECT_EQ(across(diff, 0, 0, edit.left), edit.right);
  }
}

TEST(ReadingDiff, ShowsChangedCharactersWithTheWordsAroundThem) {
  EXPECT_THAT(edits("建设法治国家", "建设法制国家"), ElementsAre("法治>法制"));
  EXPECT_THAT(edits("坚持法治。", "坚持法制。"), ElementsAre("法治>法制"));
}

TEST(ReadingDiff, ShowsNumbersAsWholes) {
  EXPECT_THAT(edits("总量达到41.7万亿元。", "总量达到47.1万亿元。"), ElementsAre("41.7万亿元>47.1万亿元"));
  EXPECT_THAT(edits("比重为35%。", "比重为36%。"), ElementsAre("35%>36%"));
  EXPECT_THAT(edits("3月5日上午开会", "3月15日上午开会"), ElementsAre("3月5日>3月15日"));
  EXPECT_THAT(edits("增长0.5个百分点", "增长0.5%"), ElementsAre("0.5个百分点>0.5%"));
}

TEST(ReadingDiff, ShowsOneEditWhereStrayCharactersAgree) {
  EXPECT_THAT(edits("去年成绩不小", "过去一年成绩不小"), ElementsAre("去年>过去一年"));
}

TEST(ReadingDiff, ShowsAnExchangeOfOrderAsOneEdit) {
  EXPECT_THAT(edits("推出人形机器人300多款", "推出300多款人形机器人"),
              ElementsAre("人形机器人300多款>300多款人形机器人!"));
}

TEST(ReadingDiff, ShowsADroppedClauseAsTheClause) {
  EXPECT_THAT(edits("港口开工，货物堆满码头，船舶进港。", "港口开工，船舶进港。"), ElementsAre("货物堆满码头>"));
  EXPECT_THAT(edits("港口开工，船舶进港。", "港口开工，货物堆满码头，船舶进港。"), ElementsAre(">货物堆满码头"));
}

TEST(ReadingDiff, MovesADeletionToTheBreakWhereItReadsAsAClause) {
  // Both "，团结各国朋友" + "一起" and "团结各国朋友一起" + "，" would do; only one is a clause.
  EXPECT_THAT(edits("我们要开放，团结各国朋友，团结各国商人，共同努力。", "我们要开放，团结各国商人，共同努力。"),
              ElementsAre("团结各国朋友>"));
}

TEST(ReadingDiff, PartsAClauseThatHasNothingOppositeFromTheWordsBesideIt) {
  EXPECT_THAT(edits("全国企业超过6200家，产业规模有很大提高。", "全国产业规模呈现很大提高。"),
              ElementsAre("企业超过6200家>", "有>呈现"));
}

TEST(ReadingDiff, PartsChangesOnTwoSidesOfAComma) {
  EXPECT_THAT(edits("首批拨付60%，全部用于修路，年底前到位。", "首批拨付六成，部分用于修路，年底前到位。"),
              ElementsAre("60%>六成", "全部>部分"));
  // What was reworded together stays together.
  EXPECT_THAT(edits("入冬以来,码头上的货物一直堆积如山，船舶进港。", "对此，调度员表示，船舶进港。"),
              ElementsAre("入冬以来码头上的货物一直堆积如山>对此调度员表示"));
}

TEST(ReadingDiff, PartsAnAsideThatOneSideAloneHas) {
  EXPECT_THAT(edits("工程共花费约三千万元,其中一半由村里出。", "工程共花费约3000万元(人民币,下同),其中一半由村里出。"),
              ElementsAre("三千万元>3000万元", ">人民币下同"));
  EXPECT_THAT(edits("馆长（兼党支部书记，任期三年）说，新馆五月开放。", "馆长说，新馆六月开放。"),
              ElementsAre("兼党支部书记任期三年>", "五月>六月"));
  // A mark that was folded between two numbers parts none.
  EXPECT_THAT(edits("渔船占47.1%，码头忙。", "渔船占(5)47.1%，码头忙。"), ElementsAre("47.1%>547.1%"));
  // The other has the words without the brackets, or brackets of its own.
  EXPECT_THAT(edits("馆长（兼书记）说，新馆开放。", "馆长兼书记说，新馆开放。"), IsEmpty());
  EXPECT_THAT(edits("馆长（兼书记）说，新馆开放。", "馆长（兼主任）说，新馆开放。"), ElementsAre("书记>主任"));
}

TEST(ReadingDiff, SeesNoDifferenceInWhatIsFoldedAway) {
  EXPECT_THAT(edits("「產業」體系，41.7％", "“产业”体系 41.7%"), IsEmpty());
}

TEST(ReadingDiff, TakesAnEmptySideAsOneEdit) {
  EXPECT_THAT(edits("", "船舶进港"), ElementsAre(">船舶进港"));
  EXPECT_THAT(edits("船舶进港", ""), ElementsAre("船舶进港>"));
  EXPECT_THAT(edits("", ""), IsEmpty());
}

}  // namespace
}  // namespace yiwen
