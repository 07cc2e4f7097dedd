// SPDX-License-Identifier: Apache-2.0
//
// Lists that a desk made running text, and the reverse.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/pipeline/compared_texts.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const std::string kStory =
    "湖区渔政新规下月施行\n\n湖区渔政局昨天公布了新的捕捞办法，从下月一日起施行，为期两年。办法把湖面分成三片，轮流休渔"
    "。\n\n"
    "局长汪以恒说，去年湖里的银鱼少了四成，再不休渔就无鱼可捕。渔民担心头一年的收入，局里答应补贴柴油。\n\n";
const std::string kList =
    "办法同时规定，下列三类船只可以照常下湖：\n一、运送居民的渡船；\n二、打捞水草的工作船；\n三、科研院所的监测船。\n";
const std::string kRunning =
    "办法同时规定，运送居民的渡船、打捞水草的工作船、科研院所的监测船等三类船只可以照常下湖。\n";

std::vector<std::string> findings(const std::string& base, const std::string& other) {
  return loud_and_minor(report_against_first({base, other}));
}

constexpr const char* kMoved = "move moved-words minor: the same words in another place of the sentence";

TEST(Lists, HaveNoBreaksInTheMiddleOfASentence) { EXPECT_THAT(findings(kStory + kList, kStory + kList), IsEmpty()); }

TEST(Lists, ThatBecameRunningTextLostNoWords) {
  EXPECT_THAT(findings(kStory + kList, kStory + kRunning), ElementsAre(kMoved));
  EXPECT_THAT(findings(kStory + kRunning, kStory + kList), ElementsAre(kMoved));
}

TEST(Lists, ThatBecameRunningTextWithAnotherNumberAreNoMove) {
  std::string four = kRunning;
  four.replace(four.find("三类"), std::string("三类").size(), "四类");
  EXPECT_THAT(findings(kStory + kList, kStory + four), Contains(StartsWith("omission dropped-sentence major")));
}

TEST(Lists, WordsThatStandInWhatSeemsToBeAddedAreNotMissed) {
  const std::string steps = "步骤是：\n1. 登记\n2. 验船\n3. 领牌\n一共三步。\n";
  const std::string sentence = "步骤是先登记、再验船、后领牌，一共三步。\n";
  EXPECT_THAT(findings(kStory + steps, kStory + sentence),
              ElementsAre("addition added-passage minor: no other text has it"));
}

}  // namespace
}  // namespace yiwen
