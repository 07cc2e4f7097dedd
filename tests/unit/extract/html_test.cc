// SPDX-License-Identifier: Apache-2.0
//
// What markup means, and what it may cost.
#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "base/utf8_check.h"
#include "extract/html_guard.h"
#include "extract/html_page.h"
#include "extract/read_document.h"
#include "extract/stated_metadata.h"

namespace yiwen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string kStory =
    "<p>清晨六点一刻，天还没有大亮，候车亭里已经坐了四个人。</p><p>六十九岁的邓玉兰朝山口望了一眼，说车来得很准。</p>";

MarkedText page_of(const std::string& html) {
  auto page = read_html(html);
  EXPECT_TRUE(page);
  return std::move(page).value();
}

std::vector<std::string> paragraphs_of(const std::string& html) {
  const MarkedText page = page_of(html);
  std::vector<std::string> out;
  for (const MarkedParagraph& p : page.paragraphs) out.push_back(page.text.substr(p.range.begin, p.range.size()));
  return out;
}

TEST(Html, PartsParagraphsHeadingsItemsAndLines) {
  EXPECT_THAT(paragraphs_of("<div>甲<p>乙<h2>丙</h2>丁<ul><li>戊<li>己</ul>庚<br>辛<hr>壬</div>"),
              ElementsAre("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"));
}

TEST(Html, KeepsInlineElementsTogether) {
  EXPECT_THAT(paragraphs_of("<p>一共<strong>1</strong><b>26</b>块<font color=red>石</font><a href=x>板</a></p>"),
              ElementsAre("一共126块石板"));
}

TEST(Html, DecodesEntitiesOnce) {
  EXPECT_THAT(paragraphs_of("<p>&amp;lt;p&amp;gt; &ldquo;甲&rdquo;&#20057;&#x4e19; &#150; A&ampB</p>"),
              ElementsAre("&lt;p&gt; “甲”乙丙 – A&B"));
}

TEST(Html, DropsALineWrapBetweenIdeographsAndKeepsItBetweenWords) {
  EXPECT_THAT(paragraphs_of("<p>\n  一行写不下的\n  中文，\n  接着写 好\n</p><p>two\n  words</p>"),
              ElementsAre("一行写不下的中文，接着写 好", "two words"));
}

TEST(Html, LeavesOutWhatNobodySees) {
  EXPECT_THAT(paragraphs_of("<p>\u200b</p><p>&nbsp; \u3000</p><div>\ufeff<br>\u2060</div><p>甲\u200b</p>"),
              ElementsAre("甲\u200b"));
}

TEST(Html, ReadsTablesOfDataByRowAndLayoutsByCell) {
  EXPECT_THAT(paragraphs_of("<table><tr><th>层数<th>补助<tr><td><p>六层</p><td><p>21</p></table>"),
              ElementsAre("层数\t补助", "六层\t21"));
  EXPECT_THAT(
      paragraphs_of("<table><tr><td>左栏</td><td>" + kStory + kStory + "</td></tr><tr><td>下</td></tr></table>"),
      testing::Contains("左栏"));
}

TEST(Html, DropsScriptsStylesFormsAndHiddenText) {
  const auto text =
      page_of(
          "<style>p{}</style><script>var a='<p>甲</p>'</script><select><option>乙</select><p hidden>丙</p>"
          "<p style='DISPLAY : none'>丁</p><div style='position:absolute;left:-9999px'>戊</div>" +
          kStory + "<noscript>己</noscript><textarea>庚</textarea><template>辛</template>")
          .text;
  for (const char* dropped : {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "var"})
    EXPECT_THAT(text, Not(HasSubstr(dropped)));
  EXPECT_THAT(text, HasSubstr("清晨六点一刻"));
}

TEST(Html, ShowsAStoryThatAProgramOfThePageWouldShow) {
  const auto text = page_of("<h1>题目在这里</h1><div style='visibility:hidden'>" + kStory +
                            "<p style='display:none'>真的藏起来了</p></div>")
                        .text;
  EXPECT_THAT(text, HasSubstr("邓玉兰"));
  EXPECT_THAT(text, Not(HasSubstr("真的藏起来了")));
}

TEST(Html, BelievesNoNameThatTheWholeStoryBears) {
  Document document;
  document.source = "a.html";
  document.kind = DocumentKind::html;
  document.bytes = "<div class='footer sidebar nav'><h1>山区小站通了公交</h1>" + kStory + "</div>";
  const auto read = read_document(document);
  ASSERT_TRUE(read);
  std::size_t body = 0;
  for (const Block& block : read.value().article.blocks) body += block.kind == BlockKind::body ? 1u : 0u;
  EXPECT_EQ(body, 2u);
}

TEST(Html, TakesAPlaceThatIsNeverClosedForNoLink) {
  const auto page = page_of("<h1>山区小站通了公交</h1><a name=top>" + kStory);
  for (const MarkedParagraph& p : page.paragraphs) EXPECT_FALSE(p.kind && is_noise(*p.kind));
  EXPECT_EQ(page.paragraphs.size(), 3u);
}

TEST(Html, PutsTheStatedTitleFirstWhereThePageShowsNone) {
  const auto page = page_of("<head><title>山区小站通了公交_社会_某某网</title></head>" + kStory);
  EXPECT_THAT(page.text, testing::StartsWith("山区小站通了公交\n"));
  EXPECT_EQ(page.paragraphs.front().kind, BlockKind::title);
}

TEST(Html, TakesACharacterReferenceOfNoCharacterForAnUnknownOne) {
  // The parser's numbers wrap round: what comes of them is no UTF-8, and may end in the middle of a character.
  for (const std::string number : {"49999999999", "4294967295", "4294967487", "8589934832", "1114112", "55296", "0"}) {
    const std::string page = "<head><title>港口&#" + number + ";</title><meta name=description content='甲&#" + number +
                             ";'></head><table><tr><td>甲&#" + number + ";</table><p>" + "乙&#" + number + ";";
    const MarkedText read = page_of(page);
    EXPECT_EQ(first_ill_formed(read.text), read.text.size()) << number;
    EXPECT_EQ(first_ill_formed(read.stated.title), read.stated.title.size()) << number;
    EXPECT_THAT(read.text, HasSubstr("乙")) << number;
  }
}

TEST(Html, PutsAHeadlineOnSeveralLinesTogether) {
  const MarkedText page = page_of(
      "<title>关于修缮石桥及调整渡口时刻的决定_青石网</title><div><p "
      "align=center><b>关于修缮石桥<br>及调整<br>渡口时刻的决定"
      "</b><br>（三月五日通过）</p>" +
      kStory + "</div>");
  ASSERT_GE(page.paragraphs.size(), 2u);
  EXPECT_EQ(page.paragraphs[0].kind, BlockKind::title);
  EXPECT_EQ(page.text.substr(0, page.paragraphs[0].range.end), "关于修缮石桥及调整渡口时刻的决定");
  EXPECT_THAT(page.text, HasSubstr("\n（三月五日通过）\n"));
}

TEST(Html, TakesTheHeadingAboveTheDateForTheTitleWhereTheHeadNamesTheSectionAlone) {
  Document document;
  document.source = "page.html";
  document.kind = DocumentKind::html;
  document.bytes =
      "<title>新闻动态--青石学会</title><h3>首页 - 新闻动态</h3><div><h5>青石镇地理年会在渡口学堂举行</h5>"
      "<div><b>发布时间：2026-05-18</b> <i>来源：青石学会</i></div>" +
      kStory + "</div>";
  const auto read = read_document(document);
  ASSERT_TRUE(read);
  const auto& title = read.value().article.title;
  ASSERT_TRUE(title);
  EXPECT_EQ(read.value().decoded.text.substr(title->begin, title->size()), "青石镇地理年会在渡口学堂举行");
}

TEST(Html, TakesTheNamedBoxAboveTheSourceForTheTitleWhereTheHeadNamesTheSiteAlone) {
  const MarkedText page = page_of(
      "<title>青石医院</title><div><div class=title>新闻动态</div></div><div><div "
      "class=title>青石医院举办药学技能大赛</div>"
      "<div>来源：本站原创&nbsp;&nbsp;作者：医技支部<br>时间：2026年10月31日 23:00</div>" +
      kStory + "</div>");
  std::string title;
  for (const MarkedParagraph& p : page.paragraphs) {
    if (p.kind == BlockKind::title) title += page.text.substr(p.range.begin, p.range.size());
  }
  EXPECT_EQ(title, "青石医院举办药学技能大赛");
}

TEST(Html, ReadsTheLineOfDayAndHourBelowTheTitle) {
  for (const std::string line : {"2026-04-13 08:05 青石游戏[整理]", "更新时间 2026年4月13日, 格林尼治标准时间10:41"}) {
    Document document;
    document.source = "page.html";
    document.kind = DocumentKind::html;
    document.bytes = "<title>一班车开了三十年|青石网</title><aside><h1>一班车开了三十年</h1><span>" + line +
                     "</span></aside><article>" + kStory + "</article>";
    const auto read = read_document(document);
    ASSERT_TRUE(read);
    const auto& date = read.value().article.date;
    ASSERT_TRUE(date) << line;
    EXPECT_THAT(read.value().decoded.text.substr(date->begin, date->size()), HasSubstr("13")) << line;
    EXPECT_EQ(read.value().article.blocks[1].kind, BlockKind::byline) << line;
  }
}

TEST(Html, TakesTheNamesOfSitesOffTitles) {
  EXPECT_EQ(without_site_name("夜市收摊以后_社会_蓝浪新闻"), "夜市收摊以后");
  EXPECT_EQ(without_site_name("一座旧仓库的十二道门-北辰网"), "一座旧仓库的十二道门");
  EXPECT_EQ(without_site_name("老街電影院重映 首週滿座 | 地方 | 島訊社 DNA"), "老街電影院重映 首週滿座");
  EXPECT_EQ(without_site_name("老城墙根下的早市 - 城市话题 - 东湖论坛 - Powered by Discuz!"), "老城墙根下的早市");
  EXPECT_EQ(without_site_name("走进石坳——一座小站的春天"), "走进石坳——一座小站的春天");
  EXPECT_EQ(without_site_name("2026-2030年规划出台"), "2026-2030年规划出台");
  EXPECT_EQ(without_site_name("对话｜古籍修复师莫知秋：补得上的是纸"), "对话｜古籍修复师莫知秋：补得上的是纸");
}

TEST(Html, ReadsWhatTheHeadStates) {
  const Metadata stated = page_of(R"(<head><meta name="source" content="来源：某报"><meta name=author content="100721">
    <meta property="og:url" content="http://example.cn/1"><script type="application/ld+json">
    {"@graph":[{"@type":"NewsArticle","headline":"题","datePublished":"2026-05-07","author":[{"name":"甲"},"乙"]}]}
    </script><script type="application/ld+json">{broken</script></head><p>文</p>)")
                              .stated;
  EXPECT_EQ(
      stated,
      (Metadata{
          .title = "题", .outlet = "某报", .date = "2026-05-07", .url = "http://example.cn/1", .author = "甲、乙"}));
}

TEST(HtmlGuard, LeavesAnOrdinaryPageAsItIs) {
  const std::string page =
      "<html><body><div class=\"a>b\"><p>x < y<p>z<br/><a href=/1/2>l</a></div><!-- <div> --></body></html>";
  EXPECT_EQ(tame_html(page).html, page);
}

TEST(HtmlGuard, MakesFormattingElementsSpans) {
  EXPECT_EQ(tame_html("<b>x</b><STRONG class=\"k\">y</STRONG>").html, "<mark>x</mark><mark class=\"k\">y</mark>");
}

TEST(HtmlGuard, KnowsWhereEachByteWas) {
  const std::string page = "<b>x</b>yz<font size=1>w</font>";
  const TamedHtml tamed = tame_html(page);
  for (const char c : {'x', 'y', 'z', 'w'}) {
    EXPECT_EQ(page[tamed.origin(static_cast<std::uint32_t>(tamed.html.find(c)))], c);
  }
  EXPECT_LE(tamed.origin(static_cast<std::uint32_t>(tamed.html.size())), page.size());
}

std::string repeated(std::string_view what, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += what;
  return out;
}

TEST(HtmlGuard, FlattensWhatLiesTooDeepAndKeepsItsText) {
  for (const char* tag : {"<div>", "<span>", "<table><tr><td>", "<ul><li>", "<b><i>", "<p><font color=red>"}) {
    const auto page = page_of(repeated(tag, 20000) + "深处的字" + kStory);
    EXPECT_THAT(page.text, HasSubstr("深处的字")) << tag;
    EXPECT_THAT(page.text, HasSubstr("邓玉兰")) << tag;
  }
  EXPECT_THAT(page_of(repeated("<div>", 600) + kStory).notes,
              ElementsAre(HasSubstr("90 elements lie deeper than 512")));
}

TEST(HtmlGuard, PartsWhatFollowsDeepElementsThatAreClosed) {
  const auto paragraphs =
      paragraphs_of(repeated("<div>", 1000) + "甲" + repeated("</div>", 1000) + "<p>乙</p><p>丙</p>");
  EXPECT_THAT(paragraphs, ElementsAre("甲", "乙", "丙"));
}

TEST(HtmlGuard, BoundsWhatWouldTakeQuadraticTime) {
  std::string fonts, attributes = "<p ";
  for (int i = 0; i < 20000; ++i) {
    fonts += "<p><font size=" + std::to_string(i) + ">";
    attributes += "a" + std::to_string(i) + "=1 ";
  }
  EXPECT_THAT(page_of(fonts + kStory).text, HasSubstr("邓玉兰"));
  EXPECT_THAT(page_of(attributes + ">" + kStory).text, HasSubstr("邓玉兰"));
}

TEST(HtmlGuard, SurvivesPagesThatBreakOffAnywhere) {
  const std::string page = "<html><head><title>题目</title><script>if(a<b){}</script></head><body><div class='a'>" +
                           kStory + "<!-- c --><table><tr><td>x</td></tr></table><b>y</b>&amp;&#x4e2d;</body></html>";
  for (std::size_t cut = 0; cut <= page.size(); ++cut) {
    const std::string broken = replace_ill_formed(page.substr(0, cut));
    const MarkedText text = page_of(broken);
    EXPECT_EQ(first_ill_formed(text.text), text.text.size());
    for (const MarkedParagraph& p : text.paragraphs) ASSERT_LE(p.range.end, text.text.size());
  }
}

TEST(HtmlGuard, RefusesAPageThatIsTooLarge) {
  const auto page = read_html(std::string(kLargestHtml + 1, ' '));
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, ErrorCode::over_limit);
}

}  // namespace
}  // namespace yiwen
