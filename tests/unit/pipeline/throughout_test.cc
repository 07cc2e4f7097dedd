// SPDX-License-Identifier: Apache-2.0
//
// What was done to a text from its begin to its end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "report/reasons.h"
#include "unit/pipeline/compared_texts.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const std::string kStory =
    "岛上的老盐场要重新开工了。县里的水产局宣布了新的计划，从下月的初一起恢复晒盐。岛上的老人大多赞成这件事。\n"
    "第一批修好的盐池有四十二口，夜间运盐的小船不用交过路的费用。这座盐场是九十年前建起来的，后来海水倒灌了。\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

TEST(Throughout, OneWordForAnotherIsToldOnce) {
  const auto report = report_against_first({kStory, with(kStory, "的", "得")});
  EXPECT_THAT(loud_and_minor(report),
              ElementsAre("drift systematic minor: the same change throughout the text: 的 → 得 +8"));
  EXPECT_TRUE(translated_reason(report.findings.front().why, Language::zh_hans));
}

TEST(Throughout, AWordOfTwoCharactersIsToldOnceFromThreePlacesOn) {
  const std::string story = kStory + "渡船的班次比从前多了一倍。\n没有渡船的日子，老人们只好等邮船。渡船的票价不变。\n";
  const auto found = loud_and_minor(report_against_first({story, with(story, "渡船", "轮船")}));
  EXPECT_THAT(found, ElementsAre(HasSubstr("渡船 → 轮船 +2")));
}

TEST(Throughout, AWordThatTheTextHasElsewhereWasChosen) {
  auto some = with(kStory, "的", "得");
  for (int kept = 0; kept < 2; ++kept) some.replace(some.find("得"), std::string("得").size(), "的");
  EXPECT_THAT(loud_and_minor(report_against_first({kStory, some})), SizeIs(7));
}

TEST(Throughout, CharactersPutBeforeTheMarksAreOneDamage) {
  const std::vector<std::string> junk = {"界轩", "宰闰", "肩狂", "钉汗", "瞧挤",
                                         "儡湾", "特恬", "徐钠", "癌刽", "尝丐"};
  std::string text;
  std::size_t next = 0;
  for (std::size_t at = 0; at < kStory.size(); ++at) {
    const auto rest = std::string_view(kStory).substr(at);
    if ((rest.starts_with("，") || rest.starts_with("。")) && next < junk.size()) text += junk[next++];
    text += kStory[at];
  }
  const auto found = loud_and_minor(report_against_first({kStory, text}));
  EXPECT_THAT(found, ElementsAre("drift corruption major: characters that say nothing put before the marks throughout "
                                 "the text: 界轩 +7"));
}

TEST(Throughout, NotesInBracketsAreOneFinding) {
  auto noted = kStory;
  const std::vector<std::pair<std::string, std::string>> notes = {
      {"盐场", "盐田"}, {"开工", "动工"}, {"水产局", "管渔业"}, {"恢复", "重新"},   {"赞成", "没有反对"},
      {"盐池", "晒盐"}, {"夜间", "晚上"}, {"小船", "舢板"},     {"九十年", "久远"}, {"倒灌", "流进来"}};
  for (const auto& [word, note] : notes) noted.insert(noted.find(word) + word.size(), "（" + note + "）");
  EXPECT_THAT(loud_and_minor(report_against_first({kStory, noted})),
              ElementsAre("drift systematic minor: notes in brackets behind the words, throughout the text: 盐田 +9"));
}

TEST(Throughout, AFewFactsInBracketsAreFacts) {
  auto noted = kStory;
  for (const auto& word : {"盐场", "盐池", "小船"})
    noted.insert(noted.find(word) + std::string(word).size(), "（三百" + std::string(word) + "）");
  EXPECT_GE(loud_and_minor(report_against_first({kStory, noted})).size(), 3U);
}

}  // namespace
}  // namespace yiwen
