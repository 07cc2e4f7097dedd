// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/golden.h"
#include "report/sample_report.h"
#include "report/writers.h"

namespace yiwen {
namespace {

// The page without its style, its script and their hashes, which are files of their own.
std::string body_of(std::string page) {
  const auto cut = [&](std::string_view from, std::string_view to) {
    const std::size_t begin = page.find(from) + from.size();
    page.erase(begin, page.find(to, begin) - begin);
  };
  cut("<style>", "</style>");
  cut("<script>", "</script>\n</body>");
  cut("style-src '", "'");
  cut("script-src '", "'");
  return page;
}

TEST(Html, IsTheGoldenPage) { expect_golden("sample.html", body_of(to_html(sample_report()))); }

}  // namespace
}  // namespace yiwen
