// SPDX-License-Identifier: Apache-2.0
//
// What belongs to the story of a page and what stands in its box all the same.
#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "extract/read_document.h"

namespace yiwen {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::Pair;

const std::string kFirst = "清晨六点一刻，天还没有大亮，候车亭里已经坐了四个人，车站的灯还亮着。";
const std::string kSecond = "六十九岁的邓玉兰朝山口望了一眼，说车来得很准，她每个星期进城一趟。";
const std::string kThird = "这条线路今年三月开通，每天往返六趟，沿途停靠十一个村庄，票价两元。";
const std::string kStory = "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>";
const std::string kTitle = "<h1>山区小站通了公交</h1>";

ReadDocument read_whole(const std::string& html) {
  Document document;
  document.source = "page.html";
  document.kind = DocumentKind::html;
  document.bytes = html;
  auto read = read_document(document);
  EXPECT_TRUE(read);
  return std::move(read).value();
}

ReadDocument read(const std::string& html) { return read_whole("<title>山区小站通了公交</title>" + html); }

std::string slice(const ReadDocument& page, std::optional<TextRange<SourceText>> range) {
  return range ? page.decoded.text.substr(range->begin, range->size()) : "";
}

std::vector<std::string> texts_of(const ReadDocument& page, auto wanted) {
  std::vector<std::string> out;
  for (const Block& block : page.article.blocks) {
    if (wanted(block.kind)) out.push_back(slice(page, block.range));
  }
  return out;
}

std::vector<std::string> story_of(const std::string& html) {
  return texts_of(read(html), [](BlockKind kind) { return kind == BlockKind::body || kind == BlockKind::heading; });
}

std::vector<std::string> captions_of(const std::string& html) {
  return texts_of(read(html), [](BlockKind kind) { return kind == BlockKind::caption; });
}

TEST(HtmlStory, ReadsTheDateBelowATitleThatSharesItsBoxWithTheStory) {
  const ReadDocument page =
      read("<article><a href=/>首页</a>" + kTitle +
           "<div><div class=updated>最新更新：<span>2026/03/19 10:48</span></div></div>" + kStory + "</article>");
  EXPECT_EQ(slice(page, page.article.date), "2026/03/19 10:48");
}

TEST(HtmlStory, TakesWhatThePictureIsCalledForItsCaption) {
  const std::string caption = "三月十九日，首班车驶入山口车站，村民上前迎接。本报记者摄。";
  EXPECT_THAT(captions_of(kTitle + "<div><div><img src=a.jpg alt='" + caption + "'></div><div>" + caption + "</div>" +
                          kStory + "</div>"),
              ElementsAre(caption));
}

TEST(HtmlStory, TakesTheOnlyWordsBesideAPictureForItsCaption) {
  EXPECT_THAT(captions_of(kTitle + "<div>" + kStory + "<div><img src=a.jpg><p>首班车驶入山口车站</p></div></div>"),
              ElementsAre("首班车驶入山口车站"));
  EXPECT_THAT(captions_of(kTitle + "<div>" + kStory + "<p><img src=a.jpg><br>首班车驶入山口车站</p></div>"),
              ElementsAre("首班车驶入山口车站"));
}

TEST(HtmlStory, TakesALineInTheMiddleBelowAPictureForItsCaption) {
  EXPECT_THAT(captions_of(kTitle + "<div>" + kStory + "<p align=center><img src=a.jpg></p>" +
                          "<p style='TEXT-ALIGN: center'>首班车驶入山口车站。</p><p>" + kFirst + "</p></div>"),
              ElementsAre("首班车驶入山口车站。"));
}

TEST(HtmlStory, LeavesTextAndHeadingsBelowAPictureInTheStory) {
  for (const std::string& below :
       {"<p>" + kSecond + "</p>", "<p><img src=b.jpg>" + kSecond + "</p>",
        std::string("<p align=center><strong>一条线路的来历</strong></p>"), std::string("<p>一条线路的来历</p>"),
        std::string("<h3>一条线路的来历</h3>"), std::string("<p><img src=dot.gif width=12>一条线路的来历</p>")})
    EXPECT_THAT(captions_of(kTitle + "<div>" + kStory + "<p><img src=a.jpg></p>" + below + kStory + "</div>"),
                ElementsAre())
        << below;
  // All of the story stands in the middle: that says nothing.
  EXPECT_THAT(captions_of(kTitle + "<center>" + kStory + "<p><img src=a.jpg></p><p>山口的灯亮了。</p></center>"),
              ElementsAre());
}

TEST(HtmlStory, DropsTheLabelOfAListOfLinksWithTheList) {
  const std::string links = "<ul><li><a href=1>山口小学开学了</a><li><a href=2>老路翻修完工通车</a></ul>";
  EXPECT_THAT(story_of(kTitle + "<div>" + kStory + "<div><div>今日生活</div>" + links + "</div></div>"),
              ElementsAre(kFirst, kSecond, kThird));
  EXPECT_THAT(story_of(kTitle + "<div><p>" + kFirst + "</p><p>延伸閱讀：</p>" + links + "<p>" + kSecond + "</p><p>" +
                       kThird + "</p></div>"),
              ElementsAre(kFirst, kSecond, kThird));
  EXPECT_THAT(story_of(kTitle + "<div>" + kStory + "<p>山口镇人民政府</p>" + links + "</div>"),
              Contains("山口镇人民政府"));
}

TEST(HtmlStory, TakesABoxNamedCaptionWithoutAPictureForNone) {
  EXPECT_THAT(
      captions_of("<div class=a>" + kTitle + kStory + "</div><div class=caption>網友回應</div><div class=b></div>"),
      ElementsAre());
}

TEST(HtmlStory, DropsNoticesOfTheSiteBelowTheStory) {
  for (const std::string& notice :
       std::vector<std::string>{"您所瀏覽的新聞已過查詢時效。建議您加入本社付費會員找尋您要的新聞。",
                                "新聞送上來！快加入某某電子報APP、LINE好友", "欢迎扫描下方二维码，关注山口晚报公众号。",
                                "请下载山口新闻客户端，阅读更多精彩内容。"})
    EXPECT_THAT(story_of(kTitle + "<div>" + kStory + "<div>" + notice + "</div></div>"),
                ElementsAre(kFirst, kSecond, kThird))
        << notice;
  const std::string quoted = "她对记者说：“请您下载客户端，登录以后就能看见车到哪里了。”";
  EXPECT_THAT(story_of(kTitle + "<div>" + kStory + "<p>" + quoted + "</p></div>"), Contains(quoted));
}

TEST(HtmlStory, DropsLinesToTheReaderWithTelephoneNumbers) {
  EXPECT_THAT(story_of(kTitle + "<div>" + kStory +
                       "<p>★山口晚报关心您：再给自己一次机会</p><p>自杀咨询专线：0800-788995（24小时）</p>"
                       "<p>生命线：1995</p><p>（中时 ）</p></div>"),
              ElementsAre(kFirst, kSecond, kThird));
  // Without anybody addressed the numbers belong to the story.
  EXPECT_THAT(story_of(kTitle + "<div>" + kStory + "<p>车站问讯处：0359-7788995</p></div>"),
              Contains("车站问讯处：0359-7788995"));
}

TEST(HtmlStory, ReadsTheDateAboveTheFirstSentenceHoweverFarBelowTheTitle) {
  const ReadDocument page =
      read("<div>" + kTitle + "<p>友善列印</p><p>小字型</p><p>中字型</p><p>大字型</p></div>" +
           "<article><div><time>2026年03月19日 15:31</time> <a href=/>山时</a></div>" + kStory + "</article>");
  EXPECT_EQ(slice(page, page.article.date), "2026年03月19日 15:31");
  EXPECT_EQ(texts_of(page, [](BlockKind kind) { return kind == BlockKind::body; }).front(), kFirst);
}

TEST(HtmlStory, DropsAListOfCardsWithTheirNotes) {
  const std::string cards =
      "<div>媒体报道</div><div class=card><a href=1>山口镇今年新开三条公交线路</a><div class=m>山口晚报</div></div>"
      "<div class=card><a href=2>村里通公交，票价会不会涨？</a><div class=m>山口电视台</div></div>";
  EXPECT_THAT(story_of(kTitle + "<div>" + kStory + "<div>" + cards + "</div></div>"),
              ElementsAre(kFirst, kSecond, kThird));
}

TEST(HtmlStory, DropsAPointerToOtherPagesOfTheSite) {
  EXPECT_THAT(story_of(kTitle + "<div>" + kStory + "<p>相关资讯请关注：<a href=1>公交专区</a></p></div>"),
              ElementsAre(kFirst, kSecond, kThird));
}

TEST(HtmlStory, ReadsALabelledDateBelowTheStoryWhereNothingElseGivesOne) {
  const std::string late = "<div class=footer>发布日期：2026-03-19 14:34:05 所属分类：<a href=/>头条</a></div>";
  const ReadDocument page = read("<article>" + kTitle + kStory + "</article>" + late);
  EXPECT_EQ(slice(page, page.article.date), "2026-03-19 14:34:05");
  const ReadDocument early = read("<article>" + kTitle + "<p>2026年3月18日</p>" + kStory + "</article>" + late);
  EXPECT_EQ(slice(early, early.article.date), "2026年3月18日");
}

TEST(HtmlStory, BelievesTheElementOfTheOutletAboutItsEnd) {
  const ReadDocument page = read(kTitle +
                                 "<div>2026-03-19 11:01:53　来源: <a class=source href=/>山口晚报</a>\n<a "
                                 "href=/>举报</a></div><div>" +
                                 kStory + "</div>");
  EXPECT_EQ(slice(page, page.article.outlet), "山口晚报");
}

TEST(HtmlStory, EndsBehindTheLineOfTheEditor) {
  EXPECT_THAT(story_of(kTitle + "<div>" + kStory + "<p>责任编辑：<span></span></p><blockquote><p>山口小学开学了</p>" +
                       "<p>山口小学今天上午举行开学典礼，新来的老师……</p></blockquote>,山口晚报</div>"),
              ElementsAre(kFirst, kSecond, kThird));
  // Where the line stands above the story, it ends nothing.
  EXPECT_THAT(story_of(kTitle + "<div><p>编辑：李某某</p>" + kStory + "</div>"), ElementsAre(kFirst, kSecond, kThird));
}

TEST(HtmlStory, TakesSingleLettersBelowTheTitleForButtons) {
  EXPECT_THAT(story_of(kTitle + "<ul><li>A-</li><li>A</li><li>A+</li></ul><div>" + kStory + "</div>"),
              ElementsAre(kFirst, kSecond, kThird));
}

TEST(HtmlStory, FindsTheOutletOfTheHeadInTheLineBelowTheTitle) {
  const std::string head = "<meta property=og:site_name content=山口晚报>";
  const ReadDocument page = read(head + kTitle + "<div>2026-03-19 山口晚报 本地</div><div>" + kStory + "</div>");
  EXPECT_EQ(slice(page, page.article.outlet), "山口晚报");
}

TEST(HtmlStory, TakesAHouseThatSignsAsAuthorForTheOutlet) {
  const ReadDocument page = read("<meta name=author content=山口新闻网>" + kTitle + kStory);
  EXPECT_EQ(page.stated.outlet, "山口新闻网");
  EXPECT_EQ(page.stated.author, "");
  EXPECT_EQ(read("<meta name=author content=邓小桃>" + kTitle + kStory).stated.author, "邓小桃");
}

TEST(HtmlStory, DropsABarOfToolsBelowTheTitle) {
  const std::string tools =
      "<table><tr><td>【字号 <a href=1>大</a> <a href=2>中</a> <a href=3>小</a>】</td><td><a href=4>留言</a></td>"
      "<td><a href=5>论坛</a></td><td><a href=6>网摘</a></td><td><a href=7>手机点评</a></td><td>E-mail推荐: "
      "<input></td></tr></table>";
  EXPECT_THAT(
      story_of("<div>" + kTitle + "<p>2026年3月19日 来源：山口晚报</p>" + tools + "<div>" + kStory + "</div></div>"),
      ElementsAre(kFirst, kSecond, kThird));
  // A line below the title that stands beside two links is no tool.
  EXPECT_THAT(
      story_of("<div>" + kTitle + "<div><p>清晨六点的候车亭</p><a href=1>留言</a><p><a href=2>论坛</a></p></div><div>" +
               kStory + "</div></div>"),
      Contains("清晨六点的候车亭"));
}

TEST(HtmlStory, DropsATableOfLinksInTheStory) {
  const std::string links =
      "<table><tr><td></td><td><a href=1>搜索山口镇</a>-<a href=2>订阅到邮箱</a></td></tr>"
      "<tr><td></td><td><a href=3>与山口镇关系最密切的九个村庄</a></td></tr></table>";
  EXPECT_THAT(story_of(kTitle + "<div>" + kStory + links + "<p align=right>[责任编辑：邓小桃]</p></div>"),
              ElementsAre(kFirst, kSecond, kThird));
  const std::string data =
      "<table border=1><tr><th>村庄</th><th>班次</th></tr><tr><td><a href=1>山口村</a></td><td>每天六趟</td></tr>"
      "<tr><td><a href=2>河西村</a></td><td>每天四趟</td></tr></table>";
  EXPECT_THAT(story_of(kTitle + "<div>" + kStory + data + "</div>"), Contains("山口村\t每天六趟"));
}

TEST(HtmlStory, TakesALineWithANameLinkedForACaptionLikeAnother) {
  EXPECT_THAT(captions_of(kTitle +
                          "<div><p align=center><img src=a.jpg></p><p align=center><a href=1>邓玉兰</a>"
                          "<img src=i.gif>在山口车站</p>" +
                          kStory + "</div>"),
              ElementsAre("邓玉兰在山口车站"));
  EXPECT_THAT(captions_of(kTitle +
                          "<div><p align=center><img src=a.jpg></p><p align=center><a href=1>点击查看邓玉兰的"
                          "全部图片</a></p>" +
                          kStory + "</div>"),
              ElementsAre());
}

TEST(HtmlStory, ReadsALineOfSourceAndDateWithAWordOfNoLabelBetween) {
  const ReadDocument page =
      read("<div>" + kTitle + "<p class=post>　来源：山口晚报 　 <a href=/>酷山网</a>收集　2026-03-19</p>" + kStory +
           "</div>");
  EXPECT_EQ(slice(page, page.article.date), "2026-03-19");
  EXPECT_EQ(slice(page, page.article.outlet), "山口晚报");
  EXPECT_EQ(texts_of(page, [](BlockKind kind) { return kind == BlockKind::heading; }).size(), 0u);
}

TEST(HtmlStory, ReadsADayBehindTheNameOfTheCategory) {
  for (const std::string& day :
       std::vector<std::string>{"2026-03-19", "2026年3月19日", "三月 19, 2026", "十一月 6th, 2025"}) {
    const ReadDocument page =
        read("<div>" + kTitle + "<span><a href=/>其它内容</a></span> <span>" + day + "</span>" + kStory + "</div>");
    EXPECT_EQ(slice(page, page.article.date), day);
    EXPECT_EQ(texts_of(page, [](BlockKind kind) { return kind == BlockKind::heading; }).size(), 0u) << day;
  }
}

TEST(HtmlStory, TakesNoAddressForAnOutlet) {
  const ReadDocument page =
      read("<div>" + kTitle +
           "<div><span id=art_source><a href=/>http://www.shankou.example</a></span> <span id=pub_date>2026年3月19日"
           "13:56</span> <span id=media_name><a href=/>山口娱乐</a></span></div>" +
           kStory + "</div>");
  EXPECT_EQ(slice(page, page.article.outlet), "山口娱乐");
}

TEST(HtmlStory, DropsTheLabelsOfTagsAndOfRelatedEntries) {
  EXPECT_THAT(story_of(kTitle + "<div>" + kStory + "<p>Tag:<b><a href=1>山口公交</a></b></p></div>"),
              ElementsAre(kFirst, kSecond, kThird));
  EXPECT_THAT(
      story_of(kTitle + "<div>" + kStory + "<h4>相关日志</h4><ul><li><a href=1>山口小学开学了</a> (4)</ul></div>"),
      ElementsAre(kFirst, kSecond, kThird));
}

TEST(HtmlStory, ReadsALineOfValuesInTheHeadingItself) {
  for (const std::string& line : std::vector<std::string>{"<br><span>发布时间：2026-03-19</span>",
                                                          "<br>\n<small>来源：山口晚报 2026-03-19</small>"}) {
    const ReadDocument page = read("<div><h3>山区小站通了公交" + line + "</h3>" + kStory + "</div>");
    EXPECT_EQ(slice(page, page.article.title), "山区小站通了公交") << line;
    EXPECT_EQ(slice(page, page.article.date), "2026-03-19") << line;
  }
  const ReadDocument page = read("<div><h3>山区小站<br>通了公交</h3>" + kStory + "</div>");
  EXPECT_EQ(slice(page, page.article.title), "山区小站 通了公交");
}

TEST(HtmlStory, DropsTheBeginsOfOtherStoriesThatAskToReadOn) {
  const auto teaser = [](const std::string& go_on) {
    return "<li><a href=1><img "
           "src=a.jpg></a><p>河西村的果园迎来今年第一批游客，采摘要排队</p><div><p>河西村的果园昨天开门，"
           "第一批客人来自县城，村里为他们备下了竹篮和草帽。</p><a href=2>" +
           go_on + "</a></div></li>";
  };
  for (const std::string& go_on : std::vector<std::string>{"查看详情", "阅读全文", "[详细]", "more", "了解更多>>"}) {
    const ReadDocument page =
        read("<div>" + kTitle + kStory + "<div><ul>" + teaser(go_on) + teaser(go_on) + "</ul></div></div>");
    EXPECT_THAT(texts_of(page, [](BlockKind kind) { return kind == BlockKind::body || kind == BlockKind::heading; }),
                ElementsAre(kFirst, kSecond, kThird))
        << go_on;
  }
  // One at the end of the story opens the rest of it.
  EXPECT_THAT(story_of("<div>" + kTitle + "<div>" + kStory + "<a href=1>阅读全文</a></div></div>"),
              ElementsAre(kFirst, kSecond, kThird));
}

TEST(HtmlStory, TakesTheLineAboveTheDateForTheTitleWhereTheHeadNamesNone) {
  const std::string way = "<div>您当前的位置为：<a href=/>网站首页</a>&gt;&gt;通知公告</div>";
  const std::string line = "<div>发布时间：2026-03-19 来源：山口晚报</div>";
  for (const std::string& head : std::vector<std::string>{"", "新闻动态", "山口中学六十周年校庆"}) {
    for (const std::string& title :
         std::vector<std::string>{"<div class=info-t>山区小站通了公交！</div>", "<h4>山区小站通了公交！</h4>"}) {
      const ReadDocument page = read_whole("<title>" + head + "</title><div><div>新闻动态</div>" + way + "<div>" +
                                           title + line + "<div>" + kStory + "</div></div></div>");
      EXPECT_EQ(slice(page, page.article.title), "山区小站通了公交！") << head << title;
      EXPECT_EQ(slice(page, page.article.outlet), "山口晚报") << head << title;
      EXPECT_THAT(texts_of(page, [](BlockKind kind) { return kind == BlockKind::heading; }), ElementsAre());
    }
  }
}

TEST(HtmlStory, TakesTheLineBelowTheDateForTheTitleWhereTheHeadNamesNone) {
  const ReadDocument page = read_whole(
      "<title></title><div><ul><li>关于我们</li><li>&gt;</li><li>公交动态</li></ul><p>2026.03.19</p>"
      "<p>山区小站通了公交</p>" +
      kStory + "</div>");
  EXPECT_EQ(slice(page, page.article.title), "山区小站通了公交");
  EXPECT_EQ(slice(page, page.article.date), "2026.03.19");
  EXPECT_THAT(texts_of(page, [](BlockKind kind) { return kind == BlockKind::heading; }), ElementsAre());
}

TEST(HtmlStory, KeepsApartTheValuesThatStandInElementsOfTheirOwn) {
  const ReadDocument page = read("<div>" + kTitle +
                                 "<div>\n<span>更新时间：2026-03-19 13:23:22</span>\n<span>116</span>\n"
                                 "<span>发布人：小莫</span>\n<span>来源：山口晚报</span>\n</div>" +
                                 kStory + "</div>");
  EXPECT_EQ(slice(page, page.article.date), "2026-03-19 13:23:22");
  EXPECT_EQ(slice(page, page.article.outlet), "山口晚报");
}

TEST(HtmlStory, TakesNoSignatureAboveItsDayForATitle) {
  const ReadDocument page = read_whole(
      "<title>山口公司_企业新闻</title><h1><a href=/><img src=logo.png></a></h1><div><div>"
      "<time>2026-03-19</time>" +
      kStory + "<p>山口镇公交客运有限公司</p><p>2026.3.18</p></div></div>");
  EXPECT_THAT(texts_of(page, [](BlockKind kind) { return kind == BlockKind::body; }), Contains(kFirst));
  EXPECT_NE(slice(page, page.article.title), "山口镇公交客运有限公司");
}

TEST(HtmlStory, TakesALinkedNameOfTheSiteForNoTitle) {
  const ReadDocument page = read_whole(
      "<title>山口易家_日常保洁_开荒保洁-上门保洁</title><h1><a href=/>山口易家</a></h1><ul><li><span>最新动态"
      "</span></li></ul><div><p class=title>山区小站通了公交、公交通了小站</p><div><p>原创</p><p>经验/观点</p>"
      "<p>作者：邓小桃</p><p class=seen><img src=eye.png>2503</p></div>" +
      kStory + "</div>");
  EXPECT_EQ(slice(page, page.article.title), "山区小站通了公交、公交通了小站");
  EXPECT_EQ(slice(page, page.article.byline), "邓小桃");
  EXPECT_THAT(texts_of(page, [](BlockKind kind) { return kind == BlockKind::heading || kind == BlockKind::caption; }),
              ElementsAre());
}

TEST(HtmlStory, TakesTheEndOfTheWayForTheTitleWhereTheHeadNamesTheSection) {
  const ReadDocument page = read_whole(
      "<title>新闻资讯</title><div><h3><span>新闻</span>资讯</h3><p>INFORMATION</p><p>当前位置：<a href=1>首页</a>"
      "—<a href=2>新闻资讯</a>—<a href=3>山区小站通了公交</a></p></div><div><h4>山区小站通了公交</h4>" +
      kStory + "</div>");
  EXPECT_EQ(slice(page, page.article.title), "山区小站通了公交");
  EXPECT_THAT(texts_of(page, [](BlockKind kind) { return kind == BlockKind::heading; }), ElementsAre());
}

TEST(HtmlStory, TakesTheHeadingAboveTheStoryForTheTitleWhereTheHeadNamesTheSection) {
  const ReadDocument page = read_whole(
      "<title>新闻资讯</title><div><h3>新闻资讯</h3></div><div><h4>山区小站通了公交</h4>" + kStory + "</div>");
  EXPECT_EQ(slice(page, page.article.title), "山区小站通了公交");
}

// The table above a document of an authority, and the document below it with its title on lines of their own.
const std::string kRecord =
    "<title>山口镇人民政府</title><table><tr><td>索 引 号：</td><td>000014/2026-00222</td><td>主题分类：</td><td>交通"
    "</td></tr><tr><td>发文机关：</td><td>山口镇</td><td>成文日期：</td><td>2026年3月12日</td></tr><tr><td>标　　题："
    "</td><td colspan=3>山口镇关于山区小站通公交有关事项的决定</td></tr><tr><td>发文字号：</td><td>山镇发〔2026〕3号"
    "</td><td>发布日期：</td><td>2026年3月19日</td></tr></table>";
const std::string kSigned = "<p align=right>山口镇人民政府</p><p align=right>2026年3月12日</p>";

TEST(HtmlStory, PutsATitleOfSeveralParagraphsTogetherThatATableStates) {
  const ReadDocument page = read_whole(kRecord +
                                       "<div><p align=center><span>山口镇关于山区小站</span></p><p align=center>"
                                       "<span>通公交有关事项的决定</span></p>" +
                                       kStory + kSigned + "</div>");
  EXPECT_EQ(slice(page, page.article.title), "山口镇关于山区小站通公交有关事项的决定");
  EXPECT_THAT(texts_of(page, [](BlockKind kind) { return kind == BlockKind::heading; }), ElementsAre("山口镇人民政府"));
}

TEST(HtmlStory, PrefersTheDayOfPublicationToTheDayOfSigning) {
  const std::string title = "<h1>山口镇关于山区小站通公交有关事项的决定</h1>";
  const ReadDocument page = read_whole(kRecord + "<div>" + title + kStory + kSigned + "</div>");
  EXPECT_EQ(slice(page, page.article.date), "2026年3月19日");
  const std::string line = "<p>成文日期：2026-03-12 发布日期：2026-03-19 来源：山口晚报</p>";
  EXPECT_EQ(slice(read("<div>" + kTitle + line + kStory + "</div>"),
                  read("<div>" + kTitle + line + kStory + "</div>").article.date),
            "2026-03-19");
}

TEST(HtmlStory, TakesABadgeBesideTheTitleForNoPartOfIt) {
  for (const std::string& heading : std::vector<std::string>{
           "<a href=1>[求助]</a>\n<span>末班车几点开</span>", "<span>末班车几点开</span>\n<em>公告</em>",
           "<i>【转载】</i><span>末班车几点开</span>"}) {
    const ReadDocument page = read_whole("<title>主页</title><div><h1>\n" + heading +
                                         "\n</h1><p>2026-03-19 17:30 发布</p>" + kStory + "</div>");
    EXPECT_EQ(slice(page, page.article.title), "末班车几点开") << heading;
  }
  // A word set in another colour is no badge.
  const ReadDocument page = read_whole("<title>主页</title><div><h1><em>山口</em> <span>末班车几点开</span></h1>"
                                       "<p>2026-03-19 17:30 发布</p>" +
                                       kStory + "</div>");
  EXPECT_EQ(slice(page, page.article.title), "山口 末班车几点开");
}

TEST(HtmlStory, TakesALineOfDayAndHourBesideAPictureForNoCaption) {
  const ReadDocument page = read("<div>" + kTitle + "<p>" + kFirst +
                                 "</p><div><img src=lz.png>&nbsp;楼主<span>|</span> <em>发表于 2026-03-19 22:18:01</em> "
                                 "<span>|</span></div><p>" +
                                 kSecond + "</p><p>" + kThird + "</p></div>");
  EXPECT_EQ(slice(page, page.article.date), "2026-03-19 22:18:01");
  EXPECT_THAT(texts_of(page, [](BlockKind kind) { return kind == BlockKind::caption; }), ElementsAre());
}

TEST(HtmlStory, ReadsCreditsWhoseLabelsStandInBrackets) {
  const ReadDocument page = read("<div>" + kTitle + "<p>2026-03-19 来源：山口晚报</p>" + kStory +
                                 "<p>【记者】柳小强</p><p>【通讯员】罗小娴 【校对】梁小飞</p></div>");
  EXPECT_EQ(slice(page, page.article.byline), "柳小强");
  EXPECT_THAT(texts_of(page, [](BlockKind kind) { return kind == BlockKind::heading; }), ElementsAre());
  // Who speaks in an interview signs nothing.
  EXPECT_THAT(story_of("<div>" + kTitle + kStory + "<p>【记者】末班车几点开？</p><p>【记者】谢谢您接受采访</p></div>"),
              Contains("【记者】谢谢您接受采访"));
}

TEST(HtmlStory, ReadsTheAuthorInBracketsBehindTheLastSentence) {
  const std::string last = "往后这条线路还要延伸到邻镇，让更多的人坐上车。（文/张小慧 数据支持/王小跃 审核/刘小静）";
  const ReadDocument page = read("<div>" + kTitle + kStory + "<p>" + last + "</p></div>");
  EXPECT_EQ(slice(page, page.article.byline), "张小慧");
  for (const std::string& credit : std::vector<std::string>{"(文/图 刘小东 易小楠)", "（图/文：刘小东 易小楠）"}) {
    const ReadDocument both =
        read("<div>" + kTitle + kStory + "<p>车站的灯还亮着，车来得很准。" + credit + "</p></div>");
    EXPECT_EQ(slice(both, both.article.byline), "刘小东 易小楠") << credit;
  }
}

TEST(HtmlStory, ReadsADayWithTheMarkOfALinePartingIt) {
  const ReadDocument page = read("<div>" + kTitle + "<p>2026、3、19</p>" + kStory + "</div>");
  EXPECT_EQ(slice(page, page.article.date), "2026、3、19");
}

TEST(HtmlStory, DropsACountBehindTheStory) {
  EXPECT_THAT(story_of("<div>" + kTitle + kStory + "<h3>2</h3>" + kStory + "<div>+1</div><div>3456</div></div>"),
              ElementsAre(kFirst, kSecond, kThird, "2", kFirst, kSecond, kThird));
}

TEST(HtmlStory, ReadsALabelledDateInABoxBesideTheEndOfTheStory) {
  const ReadDocument page = read("<div>" + kTitle + kStory +
                                 "<div class=tools><p>快给朋友分享吧！</p><p><img src=a.png>3456</p>"
                                 "<p><img src=b.png>创建时间：2026、3、19</p></div></div>");
  EXPECT_EQ(slice(page, page.article.date), "2026、3、19");
}

TEST(HtmlStory, TakesTheNameOfASectionForNoTitle) {
  for (const std::string& section : std::vector<std::string>{"来访信息详情", "新闻信息"}) {
    const ReadDocument page = read_whole("<title>欢迎访问山口网络管理平台</title><div><h3>" + section +
                                         "</h3><div>关于延长末班车运行时间的通知<p>发布人：<span>刘小东</"
                                         "span>&nbsp;&nbsp;联络点：<span>山口镇查点</span>"
                                         "&nbsp;&nbsp;时间：<span>3月19号</span></p></div>" +
                                         kStory + "</div>");
    EXPECT_EQ(slice(page, page.article.title), "关于延长末班车运行时间的通知") << section;
    EXPECT_THAT(texts_of(page, [](BlockKind kind) { return kind == BlockKind::heading; }), ElementsAre()) << section;
  }
}

TEST(HtmlStory, TakesALineThatLeadsToThePictureBelowItForNoCaption) {
  const std::string steps =
      "<p><img src=1.png><br><img src=2.png><br>最后点击确定<br><img src=3.png><br>这里也提醒了我们<br>"
      "<img src=4.png></p>";
  EXPECT_THAT(captions_of("<div>" + kTitle + "<p>" + kFirst + "</p>" + steps + kStory + "</div>"), ElementsAre());
  EXPECT_THAT(captions_of("<div>" + kTitle + "<p>" + kFirst +
                          "</p><p><img src=1.png><br>通车现场</p><p><img src=2.png>"
                          "<br>车站夜景</p>" +
                          kStory + "</div>"),
              ElementsAre("通车现场", "车站夜景"));
}

TEST(HtmlStory, TakesAHeadingFarAboveTheFirstSentenceForTheTitleWhereTheHeadNamesTheSite) {
  std::string menu;
  for (const char* name : {"首页", "机构概况", "公安要闻", "新闻发布", "警务动态", "警界博览", "防范常识"})
    menu += std::string("<li><a href=1>") + name + "</a></li>";
  const std::string foot =
      "<p>Copyright © Shankou Public Security Bureau. 2009 All Right Reserved.</p><p>版权所有：山口市公安局 "
      "山ICP备：05000000号-1 地址：山口市车站路29号 <a href=1>后台系统登录</a></p>";
  const ReadDocument page = read_whole(
      "<title>山口警务网</title><div><ul>" + menu +
      "</ul></div><div><div><div><span>当前时间： 2026年5月6日星期三</span></div><div><h2>山口派出所走进校园讲安全</h2>"
      "<p><span>发布时间：\n2026-03-19\n</span>\n<span>新闻来源：</span></p><div><p>" +
      kFirst + "</p><p>" + kSecond + "</p></div></div></div></div><div>" + foot + "</div>");
  EXPECT_EQ(slice(page, page.article.title), "山口派出所走进校园讲安全");
  EXPECT_EQ(slice(page, page.article.date), "2026-03-19");
}

}  // namespace
}  // namespace yiwen
