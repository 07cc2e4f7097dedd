// SPDX-License-Identifier: Apache-2.0
#include "pipeline/provenance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "extract/extract.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

constexpr const char* kBody =
    "\n\n临海港新码头昨天上午正式开港，首艘集装箱货轮缓缓靠泊三号泊位。\n\n港务局介绍，新码头总投资86亿元。\n";

Provenance read(const std::string& head, const Metadata& stated = {}) {
  const std::string text = "临海港新码头开港\n\n" + head + kBody;
  return provenance_of(stated, text, extract(text));
}

TEST(Provenance, ReadsTheSourceBehindItsLabel) {
  const auto provenance = read("2026年3月5日 08:45 来源：临海日报 编辑：张三");
  EXPECT_THAT(provenance.sources, ElementsAre(U"临海日报"));
  EXPECT_FALSE(provenance.copied);
  EXPECT_THAT(provenance.day, Optional(20260305u));
}

TEST(Provenance, KnowsWhoSaysThatItCopied) {
  EXPECT_TRUE(read("2026-03-05 转自：临海日报").copied);
  EXPECT_TRUE(read("2026-03-05 轉載自：臨海日報").copied);
  EXPECT_FALSE(read("2026-03-05 来源：临海日报").copied);
}

TEST(Provenance, TakesAPagesOwnNameForNoSource) {
  EXPECT_THAT(read("2026年3月5日 来源：临海日报", {.outlet = "临海日报"}).sources, IsEmpty());
  EXPECT_EQ(read("2026年3月5日", {.outlet = "臨海日報"}).outlet, U"临海日报");
}

TEST(Provenance, NamesAnOutletInAnyScriptAndWithWhatStandsBehindItsName) {
  const auto provenance = read("2026年3月5日 來源：臨海日報");
  EXPECT_TRUE(provenance.names(U"临海日报"));
  EXPECT_TRUE(provenance.names(U"临海日报客户端"));
  EXPECT_FALSE(provenance.names(U"清河日报"));
  EXPECT_FALSE(provenance.names(U""));
}

TEST(Provenance, ReadsDaysAsTheyAreWritten) {
  EXPECT_THAT(read("", {.date = "2026-03-05T08:45:00+08:00"}).day, Optional(20260305u));
  EXPECT_THAT(read("", {.date = "20260305"}).day, Optional(20260305u));
  EXPECT_THAT(read("", {.date = "2026年3月5日"}).day, Optional(20260305u));
  EXPECT_THAT(read("", {.date = "二〇二六年三月五日"}).day, Optional(20260305u));
  EXPECT_EQ(read("", {.date = "2026-13-05"}).day, std::nullopt);
  EXPECT_EQ(read("", {.date = "昨天"}).day, std::nullopt);
}

}  // namespace
}  // namespace yiwen
