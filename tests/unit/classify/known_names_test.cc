// SPDX-License-Identifier: Apache-2.0
//
// lib/classify/data/known_names.tsv is written by hand and long: a name stands for one bearer of its kind alone.
#include "classify/known_names.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/data_lines.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_known_names_tsv;
}

namespace {

TEST(KnownNames, HaveOneBearerInTheirKind) {
  std::set<std::pair<std::string_view, std::u32string>> seen;
  each_data_line(embedded::classify_known_names_tsv, [&](std::string_view line) {
    const auto kind = next_field(line);
    ASSERT_FALSE(line.empty()) << kind;
    while (!line.empty()) {
      auto field = next_field(line);
      ASSERT_FALSE(field.empty()) << kind;
      while (!field.empty()) {
        const auto name = field.substr(0, field.find(' '));
        field.remove_prefix(std::min(field.size(), name.size() + 1));
        EXPECT_TRUE(seen.emplace(kind, normalize(name).chars).second) << kind << ": " << name;
      }
    }
  });
}

TEST(KnownNames, HoldTheWords) {
  const std::u32string_view text = U"由北京大学第三医院承担";
  const auto at = known_names_around(text, {5, 8});  // 第三医
  ASSERT_EQ(at.size(), 1u);
  EXPECT_EQ(at.front().range, (TextRange<Normal>{1, 9}));
  EXPECT_EQ(at.front().kind, "hospital");
  EXPECT_EQ(known_names_around(text, {5, 5}).front().range, (TextRange<Normal>{1, 9}));
  EXPECT_TRUE(known_names_around(text, {8, 11}).empty());
}

}  // namespace
}  // namespace yiwen
