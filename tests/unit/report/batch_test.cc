// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/writers.h"
#include "unit/report/markup.h"
#include "unit/report/sample_report.h"

namespace yiwen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr std::size_t kLargestPage = 2'000'000;

Story story(std::size_t number, std::uint32_t critical, std::uint32_t minor) {
  Story made;
  made.id = fmt::format("s{}", number);
  made.page = fmt::format("{:016x}", number);
  made.title = fmt::format("第{}组报道的标题", number);
  made.script = "Hans";
  made.base = "a";
  made.documents = {"a", "b"};
  made.counts = {0, minor, 0, critical};
  return made;
}

Batch batch_of(std::size_t stories) {
  Batch batch;
  batch.version = "0.0.0";
  for (std::size_t i = 1; i <= stories; ++i) {
    batch.stories.push_back(story(i, i % 3 == 0 ? static_cast<std::uint32_t>(i) : 0, 1));
  }
  return batch;
}

std::vector<std::string> order_of(const std::string& page) {
  std::vector<std::string> pages;
  for (const std::string& link : read_markup(page).links) {
    if (link.starts_with("stories/")) pages.push_back(link);
  }
  return pages;
}

TEST(Batch, ListsTheGravestStoriesFirstAndLinksEach) {
  const auto pages = to_html(batch_of(6));
  ASSERT_THAT(pages, SizeIs(1));
  EXPECT_THAT(read_markup(pages[0]).faults, IsEmpty());
  const auto file = [](std::size_t number) { return story_file(story(number, 0, 0), "html"); };
  EXPECT_THAT(order_of(pages[0]), ElementsAre(file(6), file(3), file(1), file(2), file(4), file(5)));
  EXPECT_THAT(pages[0], HasSubstr("严重 2 组，重要 0 组，一般 4 组"));
}

TEST(Batch, IsSplitIntoPagesBelowTwoMegabytesThatHaveEveryStoryOnce) {
  const auto pages = to_html(batch_of(8'000));
  ASSERT_GT(pages.size(), 1U);
  std::size_t stories = 0;
  for (const std::string& page : pages) {
    EXPECT_LT(page.size(), kLargestPage);
    stories += order_of(page).size();
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (&page != &pages[i]) EXPECT_THAT(page, HasSubstr("href=\"" + index_file(i) + "\""));
    }
  }
  EXPECT_EQ(stories, 8'000U);
}

TEST(Batch, OfTwoThousandStoriesIsOnePage) { EXPECT_THAT(to_html(batch_of(2'000)), SizeIs(1)); }

TEST(Batch, LetsNoTextBecomeMarkup) {
  for (const std::string attack : {"</script><img src=x>", "\"><script>alert(1)</script>", "\xE2\x80\xAE", "\xFF<"}) {
    Batch batch = batch_of(3);
    for (Story& entry : batch.stories) entry.title += attack, entry.documents[0] += attack;
    batch.alone.push_back({"c" + attack, "c.txt" + attack, attack});
    batch.diagnostics.push_back({Diagnostic::Level::error, {ErrorCode::damaged, attack, 1, attack}});
    const std::string page = to_html(batch).front();
    EXPECT_THAT(read_markup(page).faults, IsEmpty()) << attack;
    EXPECT_THAT(page, Not(HasSubstr("\xE2\x80\xAE")));
  }
}

TEST(Batch, SaysWhichTextsStandAloneAndHowManyItLeavesOut) {
  Batch batch = batch_of(1);
  for (int i = 0; i < 3'000; ++i) batch.alone.push_back({"x", fmt::format("folder/text{:05}.txt", i), "标题"});
  const std::string page = to_html(batch).front();
  EXPECT_THAT(page, HasSubstr("folder/text00000.txt"));
  EXPECT_THAT(page, HasSubstr("class=\"left-out\""));
  EXPECT_THAT(to_json(batch), HasSubstr("folder/text02999.txt"));
}

TEST(Batch, NamesTheFilesOfEachStoryOrHoldsItsReport) {
  const Batch batch = batch_of(2);
  EXPECT_THAT(to_json(batch), HasSubstr("\"report_file\":\"stories/0000000000000001.json\""));
  const std::string whole = to_json(batch, {"{\"schema\":1}", "{\"schema\":2}"});
  EXPECT_THAT(whole, HasSubstr("\"report\":{\"schema\":2}"));
  EXPECT_THAT(whole, Not(HasSubstr("report_file")));
}

TEST(StoryPage, LeadsBackToTheIndex) {
  HtmlOptions options;
  options.index = "../index.html";
  const std::string page = to_html(sample_report(), options);
  EXPECT_THAT(page, HasSubstr("<a href=\"../index.html\">"));
  EXPECT_THAT(page, HasSubstr("data-root=\"..\""));
}

}  // namespace
}  // namespace yiwen
