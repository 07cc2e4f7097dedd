// SPDX-License-Identifier: Apache-2.0
#include "base/child_process.h"

#include <gmock/gmock.h>

#include <string>

namespace yiwen {
namespace {

using testing::HasSubstr;

TEST(ChildProcess, GivesWhatTheProgramPrints) {
  const auto done = run_program("cat", {"-"}, "甲乙丙");
  ASSERT_TRUE(done);
  EXPECT_EQ(done.value().out, "甲乙丙");
  EXPECT_EQ(done.value().status, 0);
}

TEST(ChildProcess, ShowsItsArgumentsToNoShell) {
  const auto done = run_program("echo", {"$(echo owned); `id` > /tmp/x"}, "");
  ASSERT_TRUE(done);
  EXPECT_EQ(done.value().out, "$(echo owned); `id` > /tmp/x\n");
}

TEST(ChildProcess, GivesStatusAndComplaint) {
  const auto done = run_program("cat", {"/nowhere/at/all"}, "");
  ASSERT_TRUE(done);
  EXPECT_EQ(done.value().status, 1);
  EXPECT_THAT(done.value().err, HasSubstr("/nowhere/at/all"));
}

TEST(ChildProcess, SaysThatAProgramIsNotInstalled) {
  const auto done = run_program("yiwen-no-such-program", {}, "");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::not_found);
  EXPECT_THAT(done.error().reason, HasSubstr("yiwen-no-such-program is not installed"));
}

TEST(ChildProcess, EndsOneThatPrintsTooMuch) {
  const auto done = run_program("yes", {}, "", {.seconds = 60, .output_bytes = 100'000});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::over_limit);
}

TEST(ChildProcess, EndsOneThatTakesTooLong) {
  const auto done = run_program("sleep", {"1000"}, "", {.seconds = 1});
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().reason, HasSubstr("more than the limit of 1 s"));
}

}  // namespace
}  // namespace yiwen
