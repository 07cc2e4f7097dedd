// SPDX-License-Identifier: Apache-2.0
#include "classify/scaffolding.h"

#include <algorithm>
#include <array>

namespace yiwen {

namespace {

// A longer stretch says something besides.
constexpr std::size_t kLongest = 24;

constexpr std::array<std::u32string_view, 31> kPhrases = {
    U"我想",   U"我看",   U"我们看来", U"我这里", U"看来",   U"特别强调", U"强调一点", U"我要说", U"与朋友", U"朋友们分享", U"谢谢",
    U"感谢",   U"提问",   U"问题我",   U"回答",   U"有信心", U"各位",     U"大家知道", U"个方面", U"个亮点", U"几点",       U"第一点",
    U"第二点", U"第三点", U"首先我",   U"最后我", U"借此",   U"众所周知", U"也就是说", U"我认为", U"坦率地说"};

}  // namespace

bool is_scaffolding(std::u32string_view words) {
  if (words.size() > kLongest) return false;
  return std::any_of(kPhrases.begin(), kPhrases.end(), [&](auto phrase) { return words.find(phrase) != std::u32string_view::npos; });
}

}  // namespace yiwen
