// SPDX-License-Identifier: Apache-2.0
#include "classify/exchange.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"

namespace yiwen {
namespace {

using Word = std::u32string;

// Every text of up to four characters of a sum, what it is for, and 每.
std::vector<Word> small_texts() {
  std::vector<Word> all{{}};
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (all[k].size() == 4) continue;
    for (const char32_t c : {U'每', U'5', U'元'}) all.push_back(all[k] + c);
  }
  return all;
}

bool has_each(const Word& words) { return words.find(U'每') != Word::npos; }

// 每 at the begin of one side alone; without it, what stands before the sum there stands behind it on the other side.
bool is_same_rate_said_plainly(const Word& left, const Word& right) {
  if (has_each(left) == has_each(right)) return false;
  const Word& each = has_each(left) ? left : right;
  const Word& stroke = has_each(left) ? right : left;
  if (each.front() != U'每' || stroke.empty() || !is_digit(stroke.front())) return false;
  Word turned = each;
  std::erase(turned, U'每');
  const auto sum = std::find_if(turned.begin(), turned.end(), is_digit);
  if (sum == turned.begin() || sum == turned.end()) return false;
  std::rotate(turned.begin(), sum, turned.end());
  return turned == stroke;
}

TEST(Exchange, ARateIsWhatItIsSaidToBe) {
  const auto texts = small_texts();
  std::size_t same = 0;
  for (const auto& left : texts) {
    for (const auto& right : texts) {
      const bool expected = is_same_rate_said_plainly(left, right);
      ASSERT_EQ(is_same_rate(left, right), expected) << to_utf8(left) << " / " << to_utf8(right);
      same += expected ? 1U : 0U;
    }
  }
  EXPECT_GT(same, 0U);
}

}  // namespace
}  // namespace yiwen
