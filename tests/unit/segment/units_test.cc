// SPDX-License-Identifier: Apache-2.0
#include "segment/units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "normalize/normalize.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TextRange<Normal> whole(const NormalText& text) { return {0, static_cast<std::uint32_t>(text.chars.size())}; }

std::vector<std::string> units(std::string_view text) {
  const auto normal = normalize(text);
  std::vector<std::string> out;
  for (const auto range : cut_into_units(normal, whole(normal)).ranges) out.push_back(to_utf8(normal.slice(range)));
  return out;
}

TEST(Units, AreCharactersOfHanKanaAndHangulAndWholeWordsAndNumbers) {
  EXPECT_THAT(units("产量41.7%"), ElementsAre("产", "量", "41.7%"));
  EXPECT_THAT(units("open the port"), ElementsAre("open", "the", "port"));
  EXPECT_THAT(units("カナ한글"), ElementsAre("カ", "ナ", "한", "글"));
  EXPECT_THAT(units("5G网"), ElementsAre("5", "g", "网"));
  EXPECT_THAT(units(""), IsEmpty());
}

TEST(Units, ArePartedByWhatIsFoldedAway) {
  EXPECT_THAT(units("1—2月"), ElementsAre("1", "2", "月"));
  EXPECT_THAT(units("9.2%9.3%"), ElementsAre("9.2%9.3%"));
  EXPECT_THAT(units("e-mail"), ElementsAre("e", "mail"));
}

TEST(Units, ArePartedByTheEndOfALineWhereNoNumberOfAChineseSentenceIsCut) {
  EXPECT_THAT(units("since 2024.\n2025 will"), ElementsAre("since", "2024", "2025", "will"));
  EXPECT_THAT(units("7.3 18.4\n29.5 40.6"), ElementsAre("7.3", "18.4", "29.5", "40.6"));
}

TEST(Units, AreNotPartedByTheWrapOfALine) {
  EXPECT_THAT(units("自19\n51年"), ElementsAre("自", "1951", "年"));
  EXPECT_THAT(units("增长4.\r\n  2%"), ElementsAre("增", "长", "4.2%"));
  EXPECT_THAT(units("约6\n.02亿"), ElementsAre("约", "6.02", "亿"));
  EXPECT_THAT(units("the repre-\nsentative"), ElementsAre("the", "representative"));
  EXPECT_THAT(units("the Anglo-\nIrish"), ElementsAre("the", "anglo", "irish"));
  EXPECT_THAT(units("自19\n> 51年"), ElementsAre("自", "1951", "年"));
  EXPECT_THAT(units("19 51"), ElementsAre("19", "51"));
  EXPECT_THAT(units("19\n\n51"), ElementsAre("19", "51"));
  EXPECT_THAT(units("共11\n\n62栋"), ElementsAre("共", "1162", "栋"));
}

TEST(Units, HaveEqualIdsForEqualWordsAndOthersForOthers) {
  const auto text = normalize("port 41.7 41.7 47.1 port ports 港 港");
  const auto ids = cut_into_units(text, whole(text)).ids;
  ASSERT_EQ(ids.size(), 8u);
  EXPECT_EQ(ids[0], ids[4]);
  EXPECT_EQ(ids[1], ids[2]);
  EXPECT_NE(ids[2], ids[3]);
  EXPECT_NE(ids[4], ids[5]);
  EXPECT_EQ(ids[6], static_cast<std::uint32_t>(U'港'));
}

TEST(Units, TogetherAreTheRangeThatWasCut) {
  static constexpr const char* kPieces[] = {"港", "口", "a", "b", "1", "2", ".", "%", " ", "，", "カ", "é", "𠮷", "‰"};
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (auto size = random() % 40; size > 0; --size) text += kPieces[random() % std::size(kPieces)];
    const auto normal = normalize(text);
    const auto size = static_cast<std::uint32_t>(normal.chars.size());
    const auto begin = size == 0 ? 0 : static_cast<std::uint32_t>(random() % size);
    const auto cut = cut_into_units(normal, {begin, size});
    ASSERT_EQ(cut.ids.size(), cut.ranges.size());
    auto at = begin;
    for (const auto range : cut.ranges) {
      ASSERT_EQ(range.begin, at) << text;
      ASSERT_FALSE(range.empty()) << text;
      at = range.end;
    }
    ASSERT_EQ(at, size) << text;
  }
}

}  // namespace
}  // namespace yiwen
