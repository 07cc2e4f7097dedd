// SPDX-License-Identifier: Apache-2.0
#include "load/document_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace yiwen {
namespace {

using Names = std::vector<std::string>;

TEST(DocumentNames, AreAsShortAsTheyCanBe) {
  EXPECT_EQ(shortest_unique_suffixes({"/in/a.txt", "/in/b.txt"}), (Names{"a.txt", "b.txt"}));
  EXPECT_EQ(shortest_unique_suffixes({"/in/x/a.txt", "/in/y/a.txt"}), (Names{"x/a.txt", "y/a.txt"}));
  EXPECT_EQ(shortest_unique_suffixes({"/in/a.txt", "/in/in/a.txt"}), (Names{"/in/a.txt", "in/in/a.txt"}));
  EXPECT_EQ(shortest_unique_suffixes({"/a.txt", "/in/a.txt"}), (Names{"/a.txt", "in/a.txt"}));
  EXPECT_EQ(shortest_unique_suffixes({"/in/ba.txt", "/in/a.txt"}), (Names{"ba.txt", "a.txt"}));
  EXPECT_EQ(shortest_unique_suffixes({}), Names{});
}

// The definition, looked up the slow way.
std::string slow_suffix(const std::string& path, const Names& all) {
  for (std::size_t begin = path.size(); begin-- > 1;) {
    if (path[begin - 1] != '/') continue;
    const std::string with_slash = path.substr(begin - 1);
    const auto has_it = [&](const std::string& other) { return other.ends_with(with_slash); };
    if (std::count_if(all.begin(), all.end(), has_it) == 1) return path.substr(begin);
  }
  return path;
}

TEST(DocumentNames, AreThoseOfTheDefinitionForAnyOrder) {
  std::mt19937 random(3);
  const std::vector<std::string> parts = {"a", "b", "ab", "a-", "-a", "法"};
  for (int round = 0; round < 300; ++round) {
    std::set<std::string> unique;
    for (std::size_t i = random() % 12; i > 0; --i) {
      std::string path;
      for (std::size_t depth = 1 + random() % 4; depth > 0; --depth) path += "/" + parts[random() % parts.size()];
      unique.insert(path);
    }
    Names paths(unique.begin(), unique.end());
    std::shuffle(paths.begin(), paths.end(), random);
    const Names suffixes = shortest_unique_suffixes(paths);
    ASSERT_EQ(suffixes.size(), paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) EXPECT_EQ(suffixes[i], slow_suffix(paths[i], paths));
    EXPECT_EQ(std::set<std::string>(suffixes.begin(), suffixes.end()).size(), paths.size());
  }
}

}  // namespace
}  // namespace yiwen
