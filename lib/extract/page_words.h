// SPDX-License-Identifier: Apache-2.0
//
// The words by which the furniture of a web page is known. They stand in data/page_words.tsv, in folded form
// (see folded_text.h): simplified characters, small letters.
#pragma once

#include <bitset>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace yiwen {

// A set of words that are looked up at a place of a text. Words of Latin letters match whole words only.
class WordTable {
 public:
  WordTable(std::initializer_list<std::u32string_view> words);
  explicit WordTable(std::vector<std::u32string> words);

  // The length of the longest word that begins at `at`, 0 for none.
  [[nodiscard]] std::size_t match(std::u32string_view text, std::size_t at) const;
  // The same, with blanks allowed between the characters of the text: 编 辑.
  [[nodiscard]] std::size_t match_spaced(std::u32string_view text, std::size_t at) const;
  [[nodiscard]] bool occurs_in(std::u32string_view text) const;
  // How many different words of the table occur in the text.
  [[nodiscard]] std::size_t count_distinct(std::u32string_view text) const;

 private:
  // The words that begin with the character are those from here on.
  [[nodiscard]] std::vector<std::u32string>::const_iterator first_with(char32_t c) const;

  std::vector<std::u32string> words_;  // sorted by first character, the longer first
  std::bitset<1024> begins_;           // by the low bits of a character: a word may begin with it
};

// A group of data/page_words.tsv. REQUIRES: the file has a group of that name
//
//   control            首页, 返回顶部, 登录: what a page is operated with; no story is called so
//   share              分享到: before a colon and a row of names
//   sites-label        旗下网站: before a colon and a row of names of sites
//   section            聚焦, 要闻: in the labels of newspaper pages
//   channel            国际, 视频, 汽车: names of channels, which are words of stories too
//   section-word, section-ending   新闻, 动态; 详情: of the names of sections of a site
//   footer             版权所有, icp备: enough by themselves in a line that is no prose
//   contact            地址, 电话: with a colon, at the foot
//   disclaimer-opener  免责声明, 版权声明: what follows at the foot is a disclaimer
//   disclaimer         侵权, 转载, 赞同其观点
//   self-reference     本网, 本站: the site speaks of itself
//   related            相关阅读, 猜你喜欢: a line of its own, or before a colon
//   neighbour          上一篇, 下一篇: in brackets before the title of the next story
//   read-on            查看详情, 阅读全文: the link to a story, below its begin
//   bait, pitch        what spam offers, and how: 注册送, 备用网址
//   advertised         赌城, 百家乐: in the name of an advertiser
//   trade              平台, 下载: words of offers and of news alike
//   police             警方, 涉嫌: who speaks of bait without offering it
//   credit             供图, 资料图片: in the credit line of a picture
//   caption-opener     图为, ▲: what the picture shows
//   label-...          what stands before the value of metadata: 来源, 责任编辑
//   label-person       校对, 制图: before a name, with or without a colon
//   label-place        发布于: before the name of a place instead of a date
//   province-ending    省, 市: ends the place from which a page was posted: 来自广东省
//   origin, origin-sign   本文来自, 授权: how the line begins that says where a text was taken from, and what it holds
//   author-note        作者系, 本文选自: how a note in brackets begins that tells of the author
//   updated            更新: behind the hour at which a page was changed
//   label-written      成文日期: among those of dates, the day on which a document was signed
//   no-outlet          原创, 未知: behind the label of an outlet, and none
//   field-label        记者, 来源: in front of a name in the value that an element or the head gives
//   badge              公告, 求助: beside a title in an element of its own
//   day-word           昨天, 刚刚: when a page appeared, alone in its line
//   notice, address    下载, 会员; 您, 请: what a site tells its reader below a story
//   notice-opener      加入, 下载: such a line begins so
//   program            app, 客户端: at the end of a short line that names the site
//   interruption       展开全文: between two paragraphs of a story, alone in a line
//   edit-note          本帖最后由: how the line begins in which a forum says that a post was changed
//   page-credit        本版责编: how the line begins that says who made a printed page
//   dateline           本报讯, 日电: near the begin of the first paragraph of a story
//   reporter-opening   本报记者, 记者从: the same, less sure
//   page-pointer       下转, 上接: before the number of the page where a story goes on or comes from
//   request            点赞, 转发: what a page asks of its reader; a line of these is none of the story
//   request-verb       扫一扫, 进入: at the begin of such a line, which may then name what it is of
//   request-alone      sign up to: a short line without a stop that begins so is one, whatever it names
//   request-more       请关注: behind 更多 at the begin of such a line
//   comment-prompt     说点什么吧: how a short line begins that asks for comments
//   ad-label           广告: before the words of an advertisement, in brackets or before a blank
//   subscription-opener, subscription-price, subscription-term   get, $, months: of an offer to subscribe
//   comments           网友评论: heads what readers say, down to the end of the page
//   comments-counted   评论: the same beside a number
//   teaser-label       摘要: before a colon and the begin of the story
//   browser, browser-trouble   浏览器; 版本过低: what a page says to a reader whose program is too old for it
//   cookie, cookie-consent   cookie; 继续浏览: what a page says that asks to be allowed to use them
//   continued-on       continued on: before the number of a page
//   pager, pager-sure  上一页, 共: in ways between the pages of one story; one of the second group, or a row of numbers
//   stock-line         our standards: how lines begin that an outlet sets around every story
//   request-opener, request-object   sign up, newsletter: the same in English, where the line begins with the one
//   request-sentence   sign up for: the same, and a full stop may follow
//   request-end        sign up here: a whole sentence, the last of a line that asks for it
//   outlet-ending      社, 日报, 客户端: how names of outlets end
//   site-ending        live, online: how the name of a site may end besides, above the headline of its page
//   listed-label       证券代码: begins the line above the notice of a company
//   notice-kind        公告, 规则: ends the headline of such a notice
//   edition            数字报, 电子版: behind the name of a paper
//   reporter-work      综合报道: behind the name of a reporter, and none of it
//   compiled           综合报导: at the end of a line in brackets that names no reporter
[[nodiscard]] const WordTable& page_words(std::string_view group);

}  // namespace yiwen
