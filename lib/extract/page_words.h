// SPDX-License-Identifier: Apache-2.0
//
// The words by which the furniture of a web page is known. All tables are in page_words.cc, in folded form (see
// folded_text.h): simplified characters, small letters.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace yiwen {

// A set of words that are looked up at a place of a text. Words of Latin letters match whole words only.
class WordTable {
 public:
  WordTable(std::initializer_list<std::u32string_view> words);

  // The length of the longest word that begins at `at`, 0 for none.
  [[nodiscard]] std::size_t match(std::u32string_view text, std::size_t at) const;
  // The same, with blanks allowed between the characters of the text: 编 辑.
  [[nodiscard]] std::size_t match_spaced(std::u32string_view text, std::size_t at) const;
  [[nodiscard]] bool occurs_in(std::u32string_view text) const;
  // How many different words of the table occur in the text.
  [[nodiscard]] std::size_t count_distinct(std::u32string_view text) const;

 private:
  std::vector<std::u32string_view> words_;  // sorted by first character, the longer first
};

// Navigation.
const WordTable& control_words();  // 首页, 返回顶部, 登录: what a page is operated with; no story is called so
const WordTable& section_words();  // 聚焦, 要闻: in the labels of newspaper pages
const WordTable& channel_words();  // 国际, 视频, 汽车: names of channels, which are words of stories too
// Footers.
const WordTable& footer_words();        // 版权所有, icp备: enough by themselves in a line that is no prose
const WordTable& contact_labels();      // 地址, 电话: with a colon, at the foot
const WordTable& disclaimer_openers();  // 免责声明, 版权声明: what follows at the foot is a disclaimer
const WordTable& disclaimer_words();    // 侵权, 转载, 赞同其观点
const WordTable& self_reference();      // 本网, 本站: the site speaks of itself
// Related stories.
const WordTable& related_headings();  // 相关阅读, 猜你喜欢: a line of its own, or before a colon
// Spam that others put into the page.
const WordTable& bait_words();
const WordTable& pitch_words();   // 注册送, 备用网址: how bait is offered
const WordTable& trade_words();   // 平台, 下载: words of offers and of news alike
const WordTable& police_words();  // 警方, 涉嫌: who speaks of bait without offering it
// Captions.
const WordTable& credit_words();     // 供图, 资料图片: in the credit line of a picture
const WordTable& caption_openers();  // 图为, ▲: what the picture shows

}  // namespace yiwen
