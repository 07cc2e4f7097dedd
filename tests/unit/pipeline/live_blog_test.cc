// SPDX-License-Identifier: Apache-2.0
//
// Live blogs: entries with the time of day at which they were written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "unit/pipeline/compared_texts.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Entry = std::pair<std::string, std::string>;  // its time and its words

const std::vector<Entry> kEntries = {
    {"06:20", "港务局发布大雾黄色预警，渡轮全部停航，已经售出的船票可以退票。"},
    {"07:05", "公交集团加开三条接驳线路，每十分钟发一班车，到深夜十一点收车。"},
    {"08:40", "机场有二十架航班改降邻市，旅客由大巴转运，候机楼开放了休息区。"},
    {"10:15", "能见度回升到八百米，港区拖轮先行试航，领航员登上了第一艘货船。"},
    {"11:30", "环岛公路解除限行，沿线的收费站恢复正常，救援车辆仍在路口值守。"},
    {"13:00", "渡轮恢复航行，首班船载客一百六十人，码头上排队的人群逐渐散去。"},
};

std::string blog(const std::vector<Entry>& entries, const std::string& before, const std::string& behind) {
  std::string text = "大雾中的港城直播\n\n本报记者从清晨起在码头和机场采访，以下是他们发回的消息。\n\n";
  for (const auto& [time, words] : entries) text += (time.empty() ? "" : before + time + behind) + words + "\n\n";
  return text;
}

std::vector<std::string> findings(const std::vector<std::string>& texts) {
  return loud_and_minor(report_against_first(texts));
}

TEST(LiveBlog, TheTimeOnALineOfItsOwnOpensTheEntryBelow) {
  for (const std::string behind : {"\n", "\n\n", "", "　", "："})
    EXPECT_THAT(findings({blog(kEntries, "", " "), blog(kEntries, "", behind)}), IsEmpty()) << behind;
  EXPECT_THAT(findings({blog(kEntries, "", " "), blog(kEntries, "【", "】\n")}), IsEmpty());
}

TEST(LiveBlog, AnotherTimeIsOneFinding) {
  auto changed = kEntries;
  changed[3].first = "16:15";
  EXPECT_THAT(findings({blog(kEntries, "", " "), blog(changed, "", "\n\n")}),
              ElementsAre("drift number critical: another value: 10:15 → 16:15"));
}

TEST(LiveBlog, TimesThatADigestLeavesOutAreOneFinding) {
  auto bare = kEntries;
  for (auto& entry : bare) entry.first.clear();
  EXPECT_THAT(findings({blog(kEntries, "", " "), blog(bare, "", "")}),
              ElementsAre("drift number minor: the times before the entries were left out +5"));
  // What another text has instead of a time is told as before.
  auto changed = kEntries;
  changed[3].first = "16:15";
  EXPECT_THAT(findings({blog(kEntries, "", " "), blog(bare, "", ""), blog(changed, "", " ")}),
              ElementsAre("drift number critical: another value: 10:15 → 16:15",
                          "drift number minor: the times before the entries were left out +4"));
}

TEST(LiveBlog, OneTimeThatFellOutIsGrave) {
  auto changed = kEntries;
  changed[3].first.clear();
  EXPECT_THAT(findings({blog(kEntries, "", " "), blog(changed, "", " ")}),
              ElementsAre("drift number major: a number was left out: 10:15 → ∅"));
}

TEST(LiveBlog, FromItsEndIsOneMove) {
  auto turned = kEntries;
  std::reverse(turned.begin(), turned.end());
  EXPECT_THAT(findings({blog(kEntries, "", " "), blog(turned, "", "\n\n")}),
              ElementsAre("move moved-passage minor: passages stand in the reverse order of the base +4"));
}

}  // namespace
}  // namespace yiwen
