// SPDX-License-Identifier: Apache-2.0
//
// What desks do to the dispatch of an agency: heads and credits of their own, persons called in other ways, another
// headline.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/pipeline/compared_texts.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

std::vector<std::string> findings(const std::vector<std::string>& texts) {
  return loud_and_minor(report_against_first(texts));
}

// A story of a lighthouse with one sentence of the test among the others.
std::string story(const std::string& sentence) {
  return "灯塔\n\n澜湾港务局昨天把旧灯塔的钥匙交给了博物馆，守塔的人从此不必每晚上楼点灯。\n\n" + sentence +
         "\n\n旧灯塔建于清末，两次毁于台风，又两次在原处重建，塔身的石料取自对岸的采石场。\n";
}

TEST(Dispatches, OnePersonCalledBySurnameOrInFullIsNoOtherPerson) {
  const auto brief = story("仪式开始前顾副局长绕塔走了一周，说塔上的铜钟要留在原处。");
  const auto full = story("仪式开始前副局长顾怀山绕塔走了一周，说塔上的铜钟要留在原处。");
  EXPECT_THAT(findings({brief, full}), Each(StartsWith("drift wording minor")));
  EXPECT_THAT(findings({full, brief}), Each(StartsWith("drift wording minor")));
  const auto another = story("仪式开始前副局长陈怀山绕塔走了一周，说塔上的铜钟要留在原处。");
  EXPECT_THAT(findings({brief, another}), Contains(HasSubstr("name")));
}

TEST(Dispatches, FormerBelongsToThePostAndNotToTheName) {
  EXPECT_THAT(findings({story("由于顾前校长已九十高龄，医护人员没有让他登上灯塔的最高一层。"),
                        story("顾怀山前校长已九十高龄，医护人员没有让他登上灯塔的最高一层。")}),
              Each(AllOf(HasSubstr("minor"), Not(HasSubstr("name")))));
}

TEST(Dispatches, AHeadlineInOtherWordsIsNoOtherReadingOfASentence) {
  const std::string body =
      "\n\n澜湾港务局昨天把旧灯塔的钥匙交给了澜湾博物馆，守塔的人从此不必每晚上楼点灯。\n\n旧灯塔建于清末，两次毁于台风"
      "，"
      "又两次在原处重建，塔身的石料取自对岸的采石场。\n";
  const auto said =
      findings({"澜湾港务局把旧灯塔交给博物馆" + body, "守塔人撤离，旧灯塔的钥匙交给了澜湾博物馆" + body});
  EXPECT_THAT(said, Each(StartsWith("drift title")));
}

}  // namespace
}  // namespace yiwen
