// SPDX-License-Identifier: Apache-2.0
#include "diff/stated_day.h"

#include <gtest/gtest.h>

namespace yiwen {
namespace {

TEST(StatedDay, ReadsTheDayBeforeTheYearWhereItCanBeTold) {
  EXPECT_EQ(stated_day(U"19/12/2031 05:13"), 20311219u);
  EXPECT_EQ(stated_day(U"12/19/2031 05:13"), 20311219u);
  EXPECT_EQ(stated_day(U"5/3/2031 16:13"), std::nullopt);
  EXPECT_EQ(stated_day(U"4/4/2031"), 20310404u);
  EXPECT_EQ(stated_day(U"2031/12/19 05:13"), 20311219u);
  EXPECT_EQ(stated_day(U"2031年12月19日"), 20311219u);
}

}  // namespace
}  // namespace yiwen
