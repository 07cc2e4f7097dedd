// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

std::string slice(std::string_view text, TextRange<SourceText> range) {
  return std::string(text.substr(range.begin, range.size()));
}

std::string said(std::string_view text, std::optional<TextRange<SourceText>> range) {
  return range ? slice(text, *range) : "(nothing)";
}

std::vector<std::pair<BlockKind, std::string>> blocks(std::string_view text) {
  std::vector<std::pair<BlockKind, std::string>> out;
  for (const Block& block : extract(text).blocks) out.emplace_back(block.kind, slice(text, block.range));
  return out;
}

BlockKind kind_of(std::string_view text, std::string_view block) {
  for (const auto& [kind, words] : blocks(text))
    if (words == block) return kind;
  ADD_FAILURE() << "no block \"" << block << "\"";
  return BlockKind::body;
}

// A story to stand between head and foot.
const std::string kStory =
    "潮安港务局昨日宣布,新建的三号码头下月投入使用,年吞吐量可达八十万标箱。工程历时两年零四个月。\n\n"
    "港务局负责人说,码头全部采用岸电,靠港船舶不再烧油。周边居民对此表示欢迎。\n";

const std::string kEnglishStory =
    "The harbour board said on Tuesday that its third quay would open next month and handle 800,000 boxes a year.\n\n"
    "All of the cranes run on power from the shore, so that ships no longer burn oil at their berths, it said.\n\n";

TEST(Extract, TellsTheStoryFromThePageAroundIt) {
  const std::string text =
      "首页 > 港航 > 正文\n\n三号码头下月启用\n\n发布时间:2025-03-04  来源:潮安日报  编辑:林默\n\n" + kStory +
      "\n相关阅读\n二号码头完成改造\n港区夜景灯光亮相\n\n潮安日报社版权所有  粤ICP备00000000号\n地址:潮安市海滨路8号  "
      "电话:0000-1234567\n";
  std::vector<BlockKind> kinds;
  for (const auto& [kind, words] : blocks(text)) kinds.push_back(kind);
  using enum BlockKind;
  EXPECT_THAT(kinds, ElementsAre(navigation, title, byline, body, body, related_links, related_links, related_links,
                                 footer, footer));
}

TEST(Extract, PartsWhatStandsBehindTheLastSentenceOfAParagraph) {
  for (const std::string end :
       {"（记者 张三）", "（本报记者张三 李四）", "(通讯员 陆远)", "（据新华社）", "（来源：潮安日报）",
        "（责任编辑：林默）", "［责任编辑：林默］", "（央视新闻）", "本报记者 张三", "（作者系潮安大学教授）",
        "（作者为散文家，著有《白沙集》。本文选自《海滨》2024年第3期）"}) {
    const std::string text = "三号码头下月启用\n\n" + kStory.substr(0, kStory.size() - 1) + end + "\n";
    EXPECT_THAT(blocks(text).back(), Pair(BlockKind::byline, end)) << end;
  }
  for (const std::string end : {"（完）", "【完】", "（全文请见“潮安发布”公众号）", "（更多内容请关注本报客户端）"}) {
    const std::string text = "三号码头下月启用\n\n" + kStory.substr(0, kStory.size() - 1) + end + "\n";
    EXPECT_THAT(blocks(text).back(), Pair(BlockKind::navigation, end)) << end;
  }
}

TEST(Extract, JoinsTheTimesOfALiveBlogToTheirEntries) {
  const std::string entry = "港务局负责人说,渡轮的首班船推迟到中午开出。";
  const std::string three = "06:20\n\n" + entry + "\n\n07:05\n" + entry + "\n\n【8:40】\n\n恢复通航\n\n" + entry + "\n";
  const auto all = blocks("大雾中的港城直播\n\n" + kStory + "\n" + three);
  EXPECT_THAT(all[3], Pair(BlockKind::body, "06:20\n\n" + entry));
  EXPECT_THAT(all[4], Pair(BlockKind::body, "07:05\n" + entry));
  EXPECT_THAT(all[5], Pair(BlockKind::heading, "【8:40】\n\n恢复通航"));
  // One time above running text is when the page was printed.
  EXPECT_EQ(kind_of("三号码头下月启用\n\n06:20\n\n" + kStory, "06:20"), BlockKind::byline);
}

TEST(Extract, CallsTheToolsOfAPageNavigation) {
  for (const std::string line : {"分享到： 微信 微博 QQ空间 朋友圈", "点赞 86 收藏 分享", "最新 正序 倒序 只看图文",
                                 "—— 广告：某某雨具，大雾天照常送货 ——"})
    EXPECT_EQ(kind_of("三号码头下月启用\n\n" + kStory + "\n" + line + "\n", line), BlockKind::navigation) << line;
  EXPECT_NE(kind_of("三号码头下月启用\n\n" + kStory + "\n广告：一个行业的兴衰\n\n" + kStory, "广告：一个行业的兴衰"),
            BlockKind::navigation);
}

TEST(Extract, TellsCommentsFromLinks) {
  const std::string text =
      "三号码头下月启用\n\n" + kStory +
      "\n相关阅读\n二号码头完成改造\n\n网友评论（2）\n\n海风：支持，盼着早点启用！\n\n路人：票价能不能再低点\n\n"
      "猜你喜欢\n\n港区夜景灯光亮相\n";
  EXPECT_EQ(kind_of(text, "二号码头完成改造"), BlockKind::related_links);
  EXPECT_EQ(kind_of(text, "网友评论（2）"), BlockKind::comments);
  EXPECT_EQ(kind_of(text, "路人：票价能不能再低点"), BlockKind::comments);
  EXPECT_EQ(kind_of(text, "港区夜景灯光亮相"), BlockKind::related_links);
}

TEST(Extract, EndsANameBeforeTheNextLabelAndBeforeWhatHeDid) {
  const std::string counted = "三号码头下月启用\n\n2025-03-04 08:30 来源：潮安日报 作者：林默 阅读 1.2万\n\n" + kStory;
  EXPECT_EQ(said(counted, extract(counted).byline), "林默");
  const std::string edited = "三号码头下月启用\n\n" + kStory + "\n编辑 陆远 统筹 程安\n";
  EXPECT_EQ(said(edited, extract(edited).editor), "陆远");
  const std::string reported = "三号码头下月启用\n\n潮安晚报记者 林默 综合报道\n\n" + kStory;
  EXPECT_EQ(said(reported, extract(reported).byline), "林默");
}

TEST(Extract, KnowsAnEnglishCaptionByItsPhotographer) {
  for (const std::string credit : {"Photo by Ann Lowell", "AP Photo/Annabel Lowell-Whitby", "File photo: Ann Lowell"}) {
    const std::string caption = "A pilot boat passes the third quay in February. (" + credit + ")";
    EXPECT_EQ(kind_of("Third Quay to Open\n\n" + kEnglishStory + caption + "\n\n" + kEnglishStory, caption),
              BlockKind::caption)
        << credit;
  }
}

TEST(Extract, PartsEveryBracketBehindTheLastSentence) {
  const std::string text = "三号码头下月启用\n\n" + kStory.substr(0, kStory.size() - 1) + "（记者 张三）（完）\n";
  const auto all = blocks(text);
  EXPECT_THAT(all[all.size() - 2], Pair(BlockKind::byline, "（记者 张三）"));
  EXPECT_THAT(all.back(), Pair(BlockKind::navigation, "（完）"));
}

TEST(Extract, LeavesOtherBracketsBehindASentenceToTheText) {
  for (const std::string end : {"（掌声）", "（见图一）", "（以上数字均为初步核算数）"}) {
    const std::string text = "三号码头下月启用\n\n" + kStory.substr(0, kStory.size() - 1) + end + "\n";
    EXPECT_EQ(blocks(text).back().first, BlockKind::body) << end;
    EXPECT_TRUE(blocks(text).back().second.ends_with(end)) << end;
  }
}

TEST(Extract, StatesTitleOutletDateAndEditorAsTheirValuesAlone) {
  const std::string text =
      "三号码头下月启用\n\n发布时间:2025-03-04 08:30     来源:潮安日报    编 輯:林默    审核:苏远 王静\n\n" + kStory;
  const Article article = extract(text);
  EXPECT_EQ(said(text, article.title), "三号码头下月启用");
  EXPECT_EQ(said(text, article.outlet), "潮安日报");
  EXPECT_EQ(said(text, article.date), "2025-03-04 08:30");
  EXPECT_EQ(said(text, article.editor), "林默");
  EXPECT_EQ(said(text, article.byline), "(nothing)");
}

TEST(Extract, ReadsOutletsGluedToTheTimeOfDay) {
  const std::string text = "三号码头下月启用\n\n2025年3月4日 09:15潮安新聞、海濱網\n\n" + kStory;
  const Article article = extract(text);
  EXPECT_EQ(said(text, article.date), "2025年3月4日 09:15");
  EXPECT_EQ(said(text, article.outlet), "潮安新聞、海濱網");
}

TEST(Extract, ReadsAnOutletBeforeTheDayThatAMachineWrote) {
  for (const std::string line : {"潮安新闻 2025-03-04 09:15", "潮安日报  2025年03月04日 09:15:22",
                                 "潮安日报·2025-03-04", "潮安新闻 2025-03-04 09:15 阅读 1.2万+"}) {
    for (const std::string& text :
         {line + "\n\n三号码头下月启用\n\n" + kStory, "三号码头下月启用\n\n" + line + "\n\n" + kStory}) {
      const Article article = extract(text);
      EXPECT_EQ(said(text, article.title), "三号码头下月启用") << line;
      EXPECT_TRUE(said(text, article.outlet).starts_with("潮安")) << line;
      EXPECT_TRUE(said(text, article.date).starts_with("2025")) << line;
    }
  }
  const std::string english =
      "Harwick Herald 2026-04-12 17:20\n\nFerry returns to the river\n\nThe ferry returned to the river on Sunday.\n";
  EXPECT_EQ(said(english, extract(english).title), "Ferry returns to the river");
  EXPECT_EQ(said(english, extract(english).outlet), "Harwick Herald");
  for (const std::string line : {"潮安日报 3月4日 三号码头启用", "直播 2025年3月4日 18:30",
                                 "潮安日报 2025年建报七十周年", "潮安 日报 2025-03-04 09:15"})
    EXPECT_EQ(said(line + "\n\n" + kStory, extract(line + "\n\n" + kStory).outlet), "(nothing)") << line;
}

TEST(Extract, ReadsLabelsThatABarPartsFromNames) {
  const std::string text = "三号码头下月启用\n\n" + kStory + "\n编辑|陈小楠\n校对︱黄慧敏\n来源|潮安发布、海滨晚报\n";
  const auto all = blocks(text);
  const std::vector<std::pair<BlockKind, std::string>> last(all.end() - 3, all.end());
  EXPECT_THAT(last, ElementsAre(Pair(BlockKind::byline, "编辑|陈小楠"), Pair(BlockKind::byline, "校对︱黄慧敏"),
                                Pair(BlockKind::byline, "来源|潮安发布、海滨晚报")));
  EXPECT_EQ(said(text, extract(text).editor), "陈小楠");
}

TEST(Extract, EndsAnEmptyValueWhereTheNextLabelBegins) {
  const std::string text = "三号码头下月启用\n\n发布日期：2025-03-04 浏览次数：信息来源：潮安发布\n\n" + kStory;
  EXPECT_EQ(blocks(text)[1],
            std::pair(BlockKind::byline, std::string("发布日期：2025-03-04 浏览次数：信息来源：潮安发布")));
  EXPECT_EQ(said(text, extract(text).outlet), "潮安发布");
}

TEST(Extract, ParksADateGluedToTheFirstSentenceInABlockOfItsOwn) {
  const std::string text =
      " date 2025-03-04 "
      "潮安港務局昨日宣布，新建的三號碼頭下月投入使用。\n\n年吞吐量八十萬標箱\n\n工程歷時兩年零四個月，周邊居民對此表示"
      "歡迎。\n";
  EXPECT_THAT(blocks(text).front(), Pair(BlockKind::byline, "date 2025-03-04"));
  EXPECT_THAT(blocks(text)[1], Pair(BlockKind::body, "潮安港務局昨日宣布，新建的三號碼頭下月投入使用。"));
  EXPECT_EQ(said(text, extract(text).date), "2025-03-04");
}

TEST(Extract, SaysNothingOfATitleWhereRunningTextComesFirst) {
  const std::string text = kStory + "\n居民出行更加便利\n\n港区班车增加到每天六十班,末班车延长到夜里十一点。\n";
  EXPECT_EQ(extract(text).title, std::nullopt);
}

TEST(Extract, TakesAFirstLevelHeadingForTheTitleBelowAKickerAndALead) {
  const std::string text = kStory +
                           "\n## 潮安港举行启用仪式\n\n# 码头是城市的门面\n\n### "
                           "居民的期待\n\n港区班车增加到每天六十班,末班车延长到夜里。\n";
  EXPECT_EQ(said(text, extract(text).title), "码头是城市的门面");
  EXPECT_EQ(kind_of(text, "潮安港举行启用仪式"), BlockKind::heading);
}

TEST(Extract, JoinsATitleThatWasBrokenInsideAWord) {
  const std::string text = "潮安港务局负责人接受专访:补短板强弱项 努力打造现\n代化港口\n\n" + kStory;
  EXPECT_EQ(said(text, extract(text).title), "潮安港务局负责人接受专访:补短板强弱项 努力打造现\n代化港口");
}

TEST(Extract, LeavesATitleAndTheHeadingUnderItApart) {
  const std::string text = "三号码头下月启用\n市民可乘班车前往\n\n" + kStory;
  EXPECT_EQ(said(text, extract(text).title), "三号码头下月启用");
}

TEST(Extract, TakesTheNameOfTheSiteOffTheTitle) {
  const std::string text = "三号码头下月启用_潮安新闻网\n\n" + kStory;
  EXPECT_EQ(said(text, extract(text).title), "三号码头下月启用");
  EXPECT_EQ(said(text, extract(text).outlet), "潮安新闻网");
}

TEST(Extract, CallsTheTrailOfLinksBeforeTheTitleNavigation) {
  const std::string text = "潮安网 港航频道 三号码头下月启用\n\n三号码头下月启用\n\n" + kStory;
  EXPECT_EQ(kind_of(text, "潮安网 港航频道 三号码头下月启用"), BlockKind::navigation);
  EXPECT_EQ(kind_of(text, "三号码头下月启用"), BlockKind::title);
}

TEST(Extract, KeepsALongTitleThatNamesItsIssuer) {
  const std::string text = "潮安市人民政府关于调整港口收费标准的通知\n\n潮安市人民政府\n\n" + kStory;
  EXPECT_EQ(said(text, extract(text).title), "潮安市人民政府关于调整港口收费标准的通知");
}

TEST(Extract, SeesAMenuInOneLine) {
  for (const std::string menu :
       {"首頁要聞財經視頻專題智慧漁港讀者之家手機直播論壇", "关于我们广告服务联系我们隐私声明网站地图",
        "首頁要聞港航動態專題直播影片影音電子報政治房市會員", "潮安报业旗下网站:潮安在线  潮安港航  晚报社区"}) {
    const std::string head = menu + "\n\n三号码头下月启用\n\n" + kStory;
    EXPECT_EQ(kind_of(head, menu), BlockKind::navigation) << menu;
    EXPECT_EQ(said(head, extract(head).title), "三号码头下月启用");
  }
}

TEST(Extract, SeesAMenuWithALineForEachEntry) {
  const std::string text = "首页\n新闻\n港闻\n财经\n视频\n论坛\n\n三号码头下月启用\n\n" + kStory;
  EXPECT_EQ(kind_of(text, "港闻"), BlockKind::navigation);
  EXPECT_EQ(kind_of(text, "三号码头下月启用"), BlockKind::title);
}

TEST(Extract, DoesNotTakeHeadlinesForMenus) {
  for (const std::string headline : {"国际旅游文化论坛", "中国规上港口企业自动化设备应用普及率超三成",
                                     "手机视频如何改变体育直播", "港务局召开春季安全生产动员部署会"}) {
    const std::string text = headline + "\n\n" + kStory;
    EXPECT_EQ(kind_of(text, headline), BlockKind::title) << headline;
  }
}

TEST(Extract, SeesSpamByItsListOfBait) {
  const std::string bait = "澳门赌场-百家乐平台-时时彩计划-成人视频-久久影院";
  EXPECT_EQ(kind_of(bait + "\n\n三号码头下月启用\n\n" + kStory, bait), BlockKind::spam);
  EXPECT_EQ(kind_of(kStory + "\n友站蜘蛛池: | | | | | | | |", "友站蜘蛛池: | | | | | | | |"), BlockKind::spam);
}

TEST(Extract, SeesSpamThatOffersItsBaitInASentence) {
  for (const std::string offer :
       {"注册会员首存送彩金,棋牌游戏APP下载,在线客服24小时为您服务!",
        "六合彩特码资料 北京赛车开奖结果 老虎机免费版大全", "亲,本平台真人娱乐投注返水高,提现秒到账!"}) {
    EXPECT_EQ(kind_of(offer + "\n\n三号码头下月启用\n\n" + kStory, offer), BlockKind::spam) << offer;
    EXPECT_EQ(kind_of(kStory + "\n\n" + offer + "\n", offer), BlockKind::spam) << offer;
  }
}

TEST(Extract, DoesNotTakeStoriesAboutBaitForOffers) {
  for (const std::string headline :
       {"棋牌游戏注册送彩金 警方提醒涉嫌赌博", "发票平台上线 企业注册优惠多", "手机投注站升级软件 体彩销售平台更名"}) {
    EXPECT_NE(kind_of(headline + "\n\n" + kStory, headline), BlockKind::spam) << headline;
  }
}

TEST(Extract, FindsBaitBetweenCommas) {
  const std::string bait = "国产精品久久久,欧美成人在线,伊人激情网,免费视频在线观看,一区二区中文字幕";
  EXPECT_EQ(kind_of(bait + "\n\n三号码头下月启用\n\n" + kStory, bait), BlockKind::spam);
  EXPECT_EQ(said(bait + "\n\n三号码头下月启用\n\n" + kStory, extract(bait + "\n\n三号码头下月启用\n\n" + kStory).title),
            "三号码头下月启用");
  const std::string report = "警方捣毁赌博窝点,涉案棋牌网站被封,百家乐机器收缴,投注资金冻结,彩票平台关闭";
  EXPECT_NE(kind_of(report + "\n\n" + kStory, report), BlockKind::spam);
}

TEST(Extract, KnowsWhatAPageSaysOfAnOldBrowser) {
  const std::string text =
      "請更新您的瀏覽器\n\n您的瀏覽器版本過低，可能無法正常顯示。建議您升級瀏覽器。\n\n三号码头下月启用\n\n" + kStory;
  EXPECT_EQ(kind_of(text, "請更新您的瀏覽器"), BlockKind::navigation);
  EXPECT_EQ(kind_of(text, "您的瀏覽器版本過低，可能無法正常顯示。建議您升級瀏覽器。"), BlockKind::navigation);
  EXPECT_EQ(said(text, extract(text).title), "三号码头下月启用");
}

TEST(Extract, ANoticeOfRightsBelowAPictureIsAFooter) {
  const std::string notice = "版權(quán)聲明:凡標(biāo)有本社字樣的圖片,未經(jīng)書面授權(quán),不得轉(zhuǎn)載使用。";
  EXPECT_EQ(kind_of("三号码头下月启用\n\n" + notice + "\n\n" + kStory, notice), BlockKind::footer);
}

TEST(Extract, TheBeginOfTheStoryInABoxAboveItIsNoParagraph) {
  const std::string teaser = "摘要：潮安港务局昨日宣布,新建的三号码头下月投入使用,年吞吐量...";
  EXPECT_EQ(kind_of("三号码头下月启用\n\n" + teaser + "\n\n" + kStory, teaser), BlockKind::navigation);
  const std::string summary = "摘要：潮安港务局昨日宣布,新建的三号码头下月投入使用。";
  EXPECT_EQ(kind_of("三号码头下月启用\n\n" + summary + "\n\n" + kStory, summary), BlockKind::body);
}

TEST(Extract, ReadsLinesOfDatesThatHoldMore) {
  for (const std::string line :
       {"2025-03-04 15:07:04 阅读(2159)", "发布时间:2025年03月04日 09:45 | 进入渔港论坛 | 来源:潮安日报",
        "2025 03/ 04 20:31:55"}) {
    const std::string text = "三号码头下月启用\n\n" + line + "\n\n" + kStory;
    EXPECT_EQ(kind_of(text, line), BlockKind::byline) << line;
    EXPECT_NE(said(text, extract(text).date), "(nothing)") << line;
  }
  const std::string text = "新华网 > 时政 > 正文\n2025 03/ 04 20:31:55\n\n三号码头下月启用\n\n" + kStory;
  EXPECT_EQ(said(text, extract(text).title), "三号码头下月启用");
}

TEST(Extract, HeadlinesWithTheirHoursBelowTheStoryAreLinks) {
  const std::string text =
      "三号码头下月启用\n\n" + kStory +
      "\n海上风电并网\n2025-03-04 20:54 能源 -\n渔港清淤结束\n2025-03-04 20:17 港航 -\n灯塔开放参观\n"
      "2025-03-04 19:30 文旅 -\n";
  for (const char* headline : {"海上风电并网", "渔港清淤结束", "灯塔开放参观"})
    EXPECT_EQ(kind_of(text, headline), BlockKind::related_links) << headline;
}

TEST(Extract, ARankingOfStoriesAboveTheTitleIsAListOfLinks) {
  const std::string text =
      "最新新闻排行\n· 渔港清淤结束 (2025-03-04)\n· 海上风电并网,首批机组发电 (2025-03-04)\n· 灯塔开放参观\n\n"
      "三号码头下月启用\n\n2025-03-05 08:30\n\n" +
      kStory;
  EXPECT_EQ(said(text, extract(text).title), "三号码头下月启用");
  EXPECT_EQ(kind_of(text, "· 渔港清淤结束 (2025-03-04)"), BlockKind::related_links);
}

TEST(Extract, ReadsReportsOnGamblingAsStories) {
  const std::string report = "警方捣毁一个网络赌博团伙,查获百家乐、老虎机、六合彩等投注平台,抓获嫌疑人十二名。";
  EXPECT_EQ(kind_of("网络赌场一夜之间被端\n\n" + report + "\n", report), BlockKind::body);
}

TEST(Extract, MarksADisclaimerThoughItIsRunningText) {
  const std::string text = "三号码头下月启用\n\n" + kStory +
                           "\n海滨网版权及免责声明:\n1.本网刊载内容,凡注明来源为海滨网的,未经允许禁止转载。\n2."
                           "如有不妥之处,请于三十日之内与本网联系,我们将及时处理。\n";
  EXPECT_EQ(kind_of(text, "海滨网版权及免责声明:"), BlockKind::footer);
  EXPECT_EQ(kind_of(text, "1.本网刊载内容,凡注明来源为海滨网的,未经允许禁止转载。"), BlockKind::footer);
  EXPECT_EQ(kind_of(text, "2.如有不妥之处,请于三十日之内与本网联系,我们将及时处理。"), BlockKind::footer);
}

TEST(Extract, KnowsADisclaimerBehindABareLabelByWhatItSays) {
  const std::string disclaimer = "声明:海滨网力求信息真实、准确,文章内容仅供参考,不构成投资建议,据此操作风险自担。";
  EXPECT_EQ(kind_of("三号码头下月启用\n\n" + kStory + "\n" + disclaimer + "\n", disclaimer), BlockKind::footer);
  const std::string statement = "声明:航运公司从未委托任何人代售船票,凡在码头以外买到的船票一律无效。";
  EXPECT_EQ(kind_of("三号码头下月启用\n\n" + kStory + "\n" + statement + "\n", statement), BlockKind::body);
}

TEST(Extract, ReadsStoriesAboutCopyrightAsStories) {
  const std::string story = "法院认为,被告未经许可转载原告作品,侵犯了原告的著作权,应当承担法律责任。";
  EXPECT_EQ(kind_of("一起转载案的判决\n\n" + story + "\n", story), BlockKind::body);
}

TEST(Extract, BelievesARelatedHeadingInsideTheStoryOnlyWithAListUnderIt) {
  const std::string list = kStory + "\n相关阅读\n二号码头完成改造\n港区夜景灯光亮相\n\n居民期待\n\n" + kStory;
  EXPECT_EQ(kind_of(list, "港区夜景灯光亮相"), BlockKind::related_links);
  EXPECT_EQ(kind_of(list, "居民期待"), BlockKind::heading);
  const std::string box = kStory + "\n相关链接\n\n" + kStory;
  EXPECT_EQ(kind_of(box, "相关链接"), BlockKind::heading);
}

TEST(Extract, TakesWhatStandsBelowTheEditorForThePage) {
  const std::string text = "三号码头下月启用\n\n" + kStory + kStory +
                           "\n编辑:林默\n秋收时节看增产\n种粮不容易，多给点补贴吧\n知道了\n"
                           "请各位遵守规则，文明发言，理性讨论这一话题。\n";
  for (const char* line :
       {"秋收时节看增产", "种粮不容易，多给点补贴吧", "知道了", "请各位遵守规则，文明发言，理性讨论这一话题。"})
    EXPECT_EQ(kind_of(text, line), BlockKind::related_links) << line;
}

TEST(Extract, TakesAnotherStoryBelowTheEditorForAStory) {
  const std::string text = "三号码头下月启用\n\n" + kStory + "\n编辑:林默\n\n二号码头完成改造\n\n" + kStory;
  EXPECT_EQ(kind_of(text, "二号码头完成改造"), BlockKind::heading);
  // The last of several, which has no editor.
  const std::string several = "三号码头下月启用\n\n" + kStory + "\n编辑:林默\n\n" + kStory + "\n编辑:林默\n\n" +
                              kStory + kStory + "\n编辑:林默\n\n二号码头昨天完成改造，恢复了靠泊。\n";
  EXPECT_EQ(kind_of(several, "二号码头昨天完成改造，恢复了靠泊。"), BlockKind::body);
  // An interview with an editor.
  const std::string talk = "三号码头下月启用\n\n" + kStory + kStory +
                           "\n编辑:好的\n\n港务局说，码头下月就能投入使用。\n\n" +
                           "编辑:明白\n\n居民对此表示欢迎，也有人担心噪声。\n";
  EXPECT_EQ(kind_of(talk, "居民对此表示欢迎，也有人担心噪声。"), BlockKind::body);
  // A short one that says where it comes from.
  const std::string brief = "潮安日报讯　二号码头昨天完成改造，恢复靠泊。";
  const std::string two = "三号码头下月启用\n\n" + kStory + kStory + "\n编辑:林默\n\n" + brief + "\n";
  EXPECT_EQ(kind_of(two, brief), BlockKind::body);
}

TEST(Extract, TakesLabelsAroundTheMenuAboveTheTitleForThePage) {
  const std::string text =
      "潮安观察室\n首页 > 港航 > 正文\n申请入驻\n\n三号码头下月启用\n\n发布时间:2025-03-04  来源:潮安日报\n\n" + kStory;
  EXPECT_EQ(kind_of(text, "潮安观察室"), BlockKind::navigation);
  EXPECT_EQ(kind_of(text, "申请入驻"), BlockKind::navigation);
  EXPECT_EQ(kind_of(text, "三号码头下月启用"), BlockKind::title);
  const std::string kicker = "首页 > 港航 > 正文\n\n潮安港扩建工程进入最后阶段\n三号码头下月启用\n\n" + kStory;
  EXPECT_NE(kind_of(kicker, "潮安港扩建工程进入最后阶段"), BlockKind::navigation);
}

TEST(Extract, TakesTheLineBelowTheTrailForTheTitle) {
  const std::string consent = "您即将进入的新闻需满18岁方可浏览，请依规定办理。";
  const std::string text =
      "贸易战进入第三个月\n" + consent + "\n首页 / 社会\n三号码头下月启用\n2025-03-04 10:20\n\n" + kStory;
  EXPECT_EQ(kind_of(text, "贸易战进入第三个月"), BlockKind::navigation);
  EXPECT_EQ(kind_of(text, consent), BlockKind::navigation);
  EXPECT_EQ(kind_of(text, "三号码头下月启用"), BlockKind::title);
  // No line is left for the title below it.
  const std::string above = "三号码头下月启用\n首页 / 社会\n2025-03-04 10:20\n\n" + kStory;
  EXPECT_EQ(kind_of(above, "三号码头下月启用"), BlockKind::title);
}

TEST(Extract, TakesAnExclamationAboveTheDateForTheTitle) {
  const std::string title = "潮安港三号码头下月启用，靠港船舶不再烧油！";
  const std::string text = title + "\n\n发布时间:2025-03-04  来源:潮安日报\n\n" + kStory;
  EXPECT_EQ(kind_of(text, title), BlockKind::title);
  const std::string page = "首页 > 港航 > 正文\n接访信息详情\n三号码头下月启用\n2025-03-04 10:20\n\n" + kStory;
  EXPECT_EQ(kind_of(page, "三号码头下月启用"), BlockKind::title);
}

TEST(Extract, TakesTheLineAboveTheDateForTheTitleWhereAMenuPartsItFromTheOthers) {
  const std::string text =
      "热点：两家航运公司合并\n新闻 体育 财经 更多\n\n三号码头下月启用\n2025-03-04 10:20 来源：潮安日报\n\n" + kStory;
  EXPECT_EQ(kind_of(text, "三号码头下月启用"), BlockKind::title);
  EXPECT_EQ(kind_of(text, "热点：两家航运公司合并"), BlockKind::navigation);
}

TEST(Extract, TakesTheLineAboveTheDateForTheTitleWhereLabelsPartItFromASlogan) {
  for (const char* head :
       {"潮安报 - 好新闻，无止境\n要闻\n港航\n", "潮安新闻\n只服务于独立思考的人群\n打开\n", "【潮安专讯】\n"}) {
    const std::string text = std::string(head) + "潮安港三号码头下月启用\n潮安新闻\n2025/03/04 10:20\n\n" + kStory;
    EXPECT_EQ(kind_of(text, "潮安港三号码头下月启用"), BlockKind::title) << head;
  }
  const std::string two = "潮安港三号码头启用\n年吞吐量可达八十万标箱\n2025/03/04 10:20\n\n" + kStory;
  EXPECT_EQ(kind_of(two, "潮安港三号码头启用"), BlockKind::title);
}

TEST(Extract, TakesHeadlinesWithTheirHourForThePage) {
  const std::string text =
      "公益嘉年华！四千人参加健走 16:00\n新款平板上市 效能超强 01:39\n三号码头下月启用\n2025/03/04 10:20\n\n" + kStory;
  EXPECT_EQ(kind_of(text, "三号码头下月启用"), BlockKind::title);
  EXPECT_EQ(kind_of(text, "新款平板上市 效能超强 01:39"), BlockKind::related_links);
}

TEST(Extract, TakesNoTitleForFiguresAStampOrAPageThatLoads) {
  for (const char* line : {"19/12/2031 16:13", "00-00 00:00:00", "0.00 (0.000%)", "读取中,请稍候",
                           "昨收:0.000今开:0.000最高:0.000", "潮安晚报照片数据库(1951-2031)"}) {
    const std::string text = std::string(line) + "\n\n三号码头下月启用\n\n" + kStory;
    EXPECT_EQ(kind_of(text, "三号码头下月启用"), BlockKind::title) << line;
  }
  EXPECT_EQ(kind_of("守塔人梁伯衡(1951-2031)\n\n" + kStory, "守塔人梁伯衡(1951-2031)"), BlockKind::title);
}

TEST(Extract, TakesWhoGivesNoticeAndOfWhatForOneTitle) {
  for (const std::string above : {"", "证券代码：600999 证券简称：澜湾海盐 公告编号：2031-008\n\n"}) {
    const std::string title = "澜湾海盐股份有限公司\n关于三号盐池下月启用的公告";
    EXPECT_EQ(kind_of(above + title + "\n\n" + kStory, title), BlockKind::title);
  }
}

TEST(Extract, TakesNoTitleForAnEntryOfAListAboveTheStory) {
  const std::string text =
      "潮安在线\n即时\n热门\n社区\n娱乐\n中国\n经济\n潮安港三号码头下月启用\n\n2025-03-04 10:20\n\n" + kStory;
  EXPECT_EQ(kind_of(text, "潮安港三号码头下月启用"), BlockKind::title);
  EXPECT_EQ(kind_of(text, "热门"), BlockKind::navigation);
}

TEST(Extract, SeesATrailOfTwoLinksOrOfSlashes) {
  for (const char* trail : {"潮安网>>财经", "潮安 / 两岸 / 大陆财经", "潮安网 > 国内新闻", "CAtoday新聞雲>大陸新聞"}) {
    const std::string text = std::string(trail) + "\n三号码头下月启用\n\n2025-03-04 10:20\n\n" + kStory;
    EXPECT_EQ(kind_of(text, trail), BlockKind::navigation) << trail;
    EXPECT_EQ(kind_of(text, "三号码头下月启用"), BlockKind::title) << trail;
  }
}

TEST(Extract, TakesPointersToAnotherPageOfThePaperForNoText) {
  const std::string text =
      "港务局昨日宣布，新建的三号码头下月（下转第三版）\n\n（上接第一版）投入使用，年吞吐量可达八十万标箱。\n\n" +
      kStory;
  EXPECT_EQ(kind_of(text, "（下转第三版）"), BlockKind::navigation);
  EXPECT_EQ(kind_of(text, "（上接第一版）"), BlockKind::navigation);
  EXPECT_EQ(kind_of(text, "港务局昨日宣布，新建的三号码头下月"), BlockKind::body);
  for (const char* mark : {"▶下转2版", "(下转A06版)", "（紧接第二版）", "（上接A1版）", "下转第2版"}) {
    const std::string line = std::string("港务局昨日宣布，新建的三号码头下月投入使用。") + mark + "\n\n" + kStory;
    EXPECT_EQ(kind_of(line, mark), BlockKind::navigation) << mark;
  }
  EXPECT_EQ(kind_of("他把文章从第一版下转第三版是为了省纸。\n\n" + kStory, "他把文章从第一版下转第三版是为了省纸。"),
            BlockKind::body);
}

TEST(Extract, KnowsWhatAPageSaysAboveAndBelowItsStory) {
  for (const char* line :
       {"潮安财经APP", "0", "2503", "分享到：微信复制网址腾讯微博新浪微博QQ空间开心网人人网豆瓣网百度贴吧网易热",
        "一号专案 >", "潮安 / 两岸 / 大陆财经", "A-", "【字号 大 中 小】", "字号减小 字号增大",
        "[收藏本頁] [打印] [推薦]"}) {
    const std::string text = "三号码头下月启用\n\n2025-03-04 10:20\n" + std::string(line) + "\n\n" + kStory;
    EXPECT_EQ(kind_of(text, line), BlockKind::navigation) << line;
  }
  for (const char* line : {"＃港口", "#港口 #潮安"}) {
    EXPECT_EQ(kind_of("三号码头下月启用\n\n" + kStory + "\n" + line + "\n", line), BlockKind::navigation) << line;
  }
  for (const char* line :
       {"加入《潮安日报》WhatsApp频道，紧贴即时新闻！", "潮安报报料电话：0000-1234567  报料邮箱：bao@example.cn",
        "400-836-0510", "潮 安 网 版 权 所 有 ，未 经 书 面 授 权 禁 止 使 用",
        "潮安新闻提醒您：本网站评论内容仅代表网友个人立场", "该文观点仅代表作者本人，潮安平台仅提供信息存储空间服务。",
        "如果您有任何问题或建议，请随时联系我们！", "您查看的内容可能不完整，请关闭广告拦截以获得最佳体验。",
        "選擇與事實站在一起，您的每一筆贊助，都是守護新聞自由的力量。",
        "張貼文章或下標籤，不得有違法或侵害他人權益之言論，違者應自負法律責任。",
        "特别声明：以上内容(如有图片亦包括在内)为用户上传并发布，本平台仅提供信息存储服务。",
        "Notice: The content above is uploaded and posted by a user of a social media platform, which only provides "
        "information storage services."}) {
    EXPECT_EQ(kind_of("三号码头下月启用\n\n" + kStory + "\n" + line + "\n", line), BlockKind::footer) << line;
  }
}

TEST(Extract, LeavesTheLastParagraphOfAStoryInIt) {
  for (const std::string line :
       {"咨询电话：0571-86542317。报名不收取任何费用。",
        "博物馆馆长汤世芬介绍，观众须提前三天预约。展厅里不得使用三脚架，但允许不使用闪光灯的个人拍摄。"}) {
    EXPECT_EQ(kind_of("三号码头下月启用\n\n" + kStory + "\n" + line + "\n", line), BlockKind::body) << line;
  }
  for (const std::string line : {"咨询电话：0571-86542317", "地址：潮安市海滨路8号。电话：0571-86542317。"})
    EXPECT_EQ(kind_of("三号码头下月启用\n\n" + kStory + "\n" + line + "\n", line), BlockKind::footer) << line;
}

TEST(Extract, TakesTheRulesForCommentsForTheFoot) {
  const std::string text = "三号码头下月启用\n\n" + kStory +
                           "\n留言规则\n请勿重复刊登一样的文章，或大意内容相同、类似的文章。\n"
                           "发言涉及攻击、侮辱、影射或其他有违善良风俗者，管理员可以删除。\n";
  for (const char* line : {"留言规则", "请勿重复刊登一样的文章，或大意内容相同、类似的文章。",
                           "发言涉及攻击、侮辱、影射或其他有违善良风俗者，管理员可以删除。"})
    EXPECT_EQ(kind_of(text, line), BlockKind::footer) << line;
}

TEST(Extract, ReadsTheLineBelowTheTitleOfAPostedPage) {
  const auto line_of = [](const std::string& line) { return "三号码头下月启用\n\n" + line + "\n\n" + kStory; };
  for (const char* line :
       {"原创 林默 潮安观察 2025年10月20日 18:30 广东", "潮安观察 2025年10月20日 18:30 广东",
        "2025-10-20 10:33·潮安日历", "http://www.chaoan.cn 2025年10月20日 10:33 潮安新闻",
        "http://www.chaoan.cn  2025年10月20日10:33  潮安娱乐", "2025/10/20 11:20（10/20 11:41 更新）",
        "發佈時間：11:12 2025-11-28 HKT", "发布于：北京市", "（編輯：邱國強／周慧盈）1141020"})
    EXPECT_EQ(kind_of(line_of(line), line), BlockKind::byline) << line;
  const std::string posted = line_of("原创 林默 潮安观察 2025年10月20日 18:30 广东");
  EXPECT_EQ(said(posted, extract(posted).date), "2025年10月20日 18:30");
  EXPECT_EQ(said(posted, extract(posted).outlet), "潮安观察");
  EXPECT_EQ(said(posted, extract(posted).byline), "林默");
  const std::string dotted = line_of("2025-10-20 10:33·潮安日历");
  EXPECT_EQ(said(dotted, extract(dotted).outlet), "潮安日历");
  EXPECT_EQ(kind_of(line_of("2025年10月20日 18:30 潮安港迎来第一艘大船，码头上挤满了人"),
                    "2025年10月20日 18:30 潮安港迎来第一艘大船，码头上挤满了人"),
            BlockKind::heading);
}

TEST(Extract, TakesTheLastLinesOfAStoryForText) {
  for (const char* line :
       {"下载该客户端的用户已超过一百万人，会员占三成。", "关注民生的这家频道，下载与订阅的用户都在增加。"})
    EXPECT_EQ(kind_of("三号码头下月启用\n\n" + kStory + "\n" + line + "\n", line), BlockKind::body) << line;
  const std::string cut = "三号码头下月启用\n\n" + kStory + "\n展开全文\n省里要求全部码头立即安装岸电\n";
  EXPECT_EQ(kind_of(cut, "省里要求全部码头立即安装岸电"), BlockKind::heading);
}

TEST(Extract, TakesThePointerToTheNextStoryForALinkWhateverItsMarks) {
  const std::string line =
      "【上一篇】 港务局又发大消息！二号码头不准停！最高提速九成！ 【下一篇】 节前如何订舱？这份指南请收好，"
      "别再排队！";
  EXPECT_EQ(kind_of("三号码头下月启用\n\n" + kStory + "\n" + line + "\n", line), BlockKind::related_links);
  const std::string footer = "版权所有：潮安政府网 中文域名：潮安政府网.政务";
  EXPECT_EQ(kind_of("三号码头下月启用\n\n" + kStory + "\n" + footer + "\n", footer), BlockKind::footer);
}

TEST(Extract, WalksPastAPointerWithAColon) {
  const std::string text =
      "# Ferries return\n\nThe ferry came back on Monday, the port said in a statement.\n\nRead more: Why rivers "
      "matter\n\nIt will call twice a day until the autumn.\n";
  EXPECT_EQ(kind_of(text, "Read more: Why rivers matter"), BlockKind::related_links);
}

TEST(Extract, KnowsACaptionByTheCreditUnderIt) {
  const std::string text = kStory + "\n3月4日,三号码头举行启用仪式。这是首批靠泊的船舶。\n本报记者 林默摄\n\n" + kStory;
  EXPECT_EQ(kind_of(text, "3月4日,三号码头举行启用仪式。这是首批靠泊的船舶。"), BlockKind::caption);
  EXPECT_EQ(kind_of(text, "本报记者 林默摄"), BlockKind::caption);
  EXPECT_EQ(extract(text).byline, std::nullopt);
}

TEST(Extract, KnowsACaptionByTheCreditBehindItsSentence) {
  for (const std::string line : {"首批船舶靠泊三号码头。图/潮安视觉", "首批船舶靠泊三号码头。（圖／潮安社）",
                                 "首批船舶靠泊三号码头。图源：受访者", "首批船舶靠泊三号码头。受访者供图",
                                 "A ferry leaves the harbour. Photograph: Jon Ade/Newswire"})
    EXPECT_EQ(kind_of(kStory + "\n" + line + "\n\n" + kStory, line), BlockKind::caption) << line;
  for (const std::string line :
       {"首批船舶昨天靠泊三号码头。本报记者林默摄影报道", "他走进候船室。墙上挂着码头的资料照片。",
        "他给记者看了一张图。这张图画的是码头。", "He kept a photograph. It shows the harbour."})
    EXPECT_NE(kind_of(kStory + "\n" + line + "\n\n" + kStory, line), BlockKind::caption) << line;
}

TEST(Extract, GivesASignatureToTheTextOnlyWhereNoOtherFollows) {
  EXPECT_EQ(said(kStory + "\n(林 默)\n", extract(kStory + "\n(林 默)\n").byline), "林 默");
  EXPECT_EQ(extract(kStory + "\n(林默)\n\n" + kStory).byline, std::nullopt);
  EXPECT_EQ(kind_of(kStory + "\n（一）\n\n" + kStory, "（一）"), BlockKind::heading);
}

TEST(Extract, ReadsTheAgencyLine) {
  const std::string text =
      "三号码头下月启用\n\n海滨社潮安3月4日电（记者林默、苏远）潮安港务局昨日宣布,新建的三号码头下月投入使用。\n";
  const Article article = extract(text);
  EXPECT_EQ(said(text, article.outlet), "海滨社");
  EXPECT_EQ(said(text, article.byline), "林默、苏远");
  EXPECT_EQ(article.date, std::nullopt);
}

TEST(Extract, ReadsTheReporterInTheLineOfTheHouse) {
  for (const std::string head :
       {"本报2月28日讯（记者　林默）", "本报讯(记者林默)", "海滨网讯（记者 林默）", "本报讯 （首席记者 林默）"}) {
    const std::string text =
        "三号码头下月启用\n\n" + head + "潮安港务局昨日宣布,新建的三号码头下月投入使用。工程历时两年。\n";
    const Article article = extract(text);
    EXPECT_EQ(said(text, article.byline), "林默") << head;
    EXPECT_EQ(article.outlet, std::nullopt) << head;
  }
  for (const std::string head : {"通讯（记者林默）", "港务局讯问了当事人（记者林默在场），", "喜讯传来（记者林默）"})
    EXPECT_EQ(extract("三号码头下月启用\n\n" + head + "新建的三号码头下月投入使用。工程历时两年。\n").byline,
              std::nullopt)
        << head;
}

TEST(Extract, TakesAWordThatNamesNoOutletForNone) {
  for (const std::string word : {"发布", "新闻", "资讯"})
    EXPECT_EQ(extract("三号码头下月启用\n\n2025-03-04 09:15 " + word + "\n\n" + kStory).outlet, std::nullopt) << word;
  const std::string named = "三号码头下月启用\n\n2025-03-04 09:15 潮安发布\n\n" + kStory;
  EXPECT_EQ(said(named, extract(named).outlet), "潮安发布");
  const std::string text = "三号码头下月启用\n\n2025-03-04 09:15 来源：原创 作者：林默\n\n" + kStory;
  const Article article = extract(text);
  EXPECT_EQ(article.outlet, std::nullopt);
  EXPECT_EQ(said(text, article.byline), "林默");
}

TEST(Extract, TakesWordsOfASpeakerForNoMetadata) {
  for (const std::string line : {"记者:请问港务局今年打算怎样缓解周末的拥堵?市民很关心。",
                                 "海滨日报记者:局长您好,请谈谈码头的情况。", "评论:港口的温度从哪里来"})
    EXPECT_NE(kind_of("三号码头下月启用\n\n" + kStory + "\n" + line + "\n\n" + kStory, line), BlockKind::byline)
        << line;
}

TEST(Extract, KnowsWhatAnEnglishPageSaysAroundItsStory) {
  const std::string story =
      "The harbour board said on Tuesday that its third quay would open next month and handle 800,000 boxes a year.\n\n"
      "All of the cranes run on power from the shore, so that ships no longer burn oil at their berths, it said.\n\n";
  for (const char* line :
       {"Updated 9:21 AM EST, Tue November 4, 2025", "November 4, 2025 7:45 AM UTC Updated 2 hours ago",
        "Tue 4 Nov 2025 07.12 GMT", "Mon, November 3, 2025 at 5:00 PM", "3 minute read"}) {
    const std::string text = "News for those who trade, and for the others\nSign in\nThird quay to open\n" +
                             std::string(line) + "\n\n" + story;
    EXPECT_EQ(kind_of(text, line), BlockKind::byline) << line;
    if (std::string_view(line) != "3 minute read")
      EXPECT_EQ(kind_of(text, "Third quay to open"), BlockKind::title) << line;
  }
  const std::string credits = "Reporting by Anna Reyes and Leo Brandt; Editing by Tom Hogue";
  const std::string text =
      "Third quay to open\n\n" + story + story + credits +
      "\n\nOur Standards: The Trust Principles.\nRead with care. All prices are late by an hour.\n";
  EXPECT_EQ(kind_of(text, credits), BlockKind::byline);
  EXPECT_EQ(said(text, extract(text).editor), "Tom Hogue");
  EXPECT_EQ(kind_of(text, "Read with care. All prices are late by an hour."), BlockKind::related_links);
  for (const char* line :
       {"Advertisement · Scroll to continue", "Ad Feedback", "Sign up to First Edition",
        "Get the Harbour Briefing every morning. Sign up here.", "Keep the quays in the news: Donate today.",
        "Privacy Notice: Newsletters may contain information about charities, online ads, and "
        "content funded by outside "
        "parties. For more information see our Privacy Policy."}) {
    const std::string inside = story + std::string(line) + "\n\n" + story;
    EXPECT_TRUE(is_noise(kind_of(inside, line))) << line;
  }
  for (const char* line :
       {"Related topics", "Explore more on these topics", "Most viewed", "Our Standards: The Trust Principles.",
        "The Associated Press is an independent global news organization dedicated to factual "
        "reporting. Founded in 1846, AP today remains the most trusted source of news."})
    EXPECT_TRUE(is_noise(kind_of("Third quay to open\n\n" + story + line + "\n", line))) << line;
  for (const char* line :
       {"The ferrymen asked their passengers to donate today.", "Who comes late may not join now, he said."})
    EXPECT_EQ(kind_of(story + line + "\n\n" + story, line), BlockKind::body) << line;
  EXPECT_EQ(kind_of(story + "Sign up to the vote has been slow in the north, where few have heard of it.\n\n" + story,
                    "Sign up to the vote has been slow in the north, where few have heard of it."),
            BlockKind::body);
}

TEST(Extract, ReadsEnglishPages) {
  const std::string text =
      "The Harbour Post\nHome\nNews\nBusiness\nOpinion\nSport\n\nNew terminal to open next month\nBy Jane Doe and John "
      "Smith\nPublished March 4, 2025 at 9:15 AM\n\n"
      "The port authority said on Monday that the third terminal would open next month. It took two years to build.\n\n"
      "Related articles\nOld terminal rebuilt\n\n© 2025 The Harbour Post. All rights reserved.\n";
  const Article article = extract(text);
  EXPECT_EQ(said(text, article.title), "New terminal to open next month");
  EXPECT_EQ(said(text, article.byline), "Jane Doe and John Smith");
  EXPECT_EQ(said(text, article.date), "March 4, 2025 at 9:15 AM");
  EXPECT_EQ(kind_of(text, "Old terminal rebuilt"), BlockKind::related_links);
  EXPECT_EQ(kind_of(text, "© 2025 The Harbour Post. All rights reserved."), BlockKind::footer);
}

const std::string kStoryAround =
    "台风昨夜登陆，全市转移群众十一万人，渔船全部回港避风。\n\n%s\n\n抢修人员连夜出动，今天上午多数村镇恢复了供电。\n";
BlockKind kind_inside_story(const std::string& line) {
  std::string text = kStoryAround;
  text.replace(text.find("%s"), 2, line);
  return kind_of(text, line);
}

TEST(Extract, MarksTheHeadOrFootOfAPrintedPage) {
  for (const std::string line :
       {"— 2 —", "-3-", "第2页/共3页", "第 12 页", "要闻　西临日报　2025年10月20日　3",
        "2025年4月13日　星期日　第6版　体育新闻", "A06 | 要闻", "第 2 页 共 3 页", "A05版　本省新闻　2025年10月5日",
        "Page 2 of 3", "本版责编 邹岚　版式设计 季一", "本版编辑：王小明"})
    EXPECT_EQ(kind_inside_story(line), BlockKind::navigation) << line;
  for (const std::string line : {"第三章", "2", "三", "第2页的秘密", "2025年4月13日大事记", "晚报记者三人获奖",
                                 "第3版 出版", "1998—2008", "新版编辑手册发布", "B12"})
    EXPECT_NE(kind_inside_story(line), BlockKind::navigation) << line;
}

TEST(Extract, MarksWhatAPageAsksOfItsReaderInsideTheStory) {
  for (const std::string line :
       {"微信扫一扫，分享给好友", "扫码下载客户端，参与话题讨论", "点击蓝字，关注我们", "喜欢本文请点赞、在看、转发",
        "广告　限时特价　点击领取优惠券", "Sign up for our free daily newsletter", "続きを読む",
        "[本帖最後由 灶下婢 於 2025-10-2 08:11 編輯]", "請繼續往下閱讀...", "（請繼續閱讀…）", "举报/反馈",
        "【股市瞬息万变，投顾帮您！点击领取】", "分享至 Line 分享至 Facebook"})
    EXPECT_EQ(kind_inside_story(line), BlockKind::navigation) << line;
  for (const std::string line : {"扫码领取优惠券被骗三万元", "点赞的背后", "评论区里的转发之争", "网友参与话题讨论",
                                 "本文最后由谁署名", "请喜欢阅读的人来", "【领取】"})
    EXPECT_NE(kind_inside_story(line), BlockKind::navigation) << line;
  EXPECT_EQ(kind_inside_story("【延伸阅读】男子驾船撞上渔排"), BlockKind::related_links);
  EXPECT_NE(kind_inside_story("延伸阅读的意义"), BlockKind::related_links);
}

TEST(Extract, TakesHeadlinesThatWereRunTogetherBelowARelatedHeadingForLinks) {
  const std::string glued =
      "二号码头完成改造！岸电全部接通 港区夜景灯光亮相 引来上万市民 渡轮票价下月起调整，你准备好了吗？ "
      "老码头变身博物馆";
  const std::string text =
      "三号码头下月启用\n\n" + kStory + "\n相關新聞\n09-03-06·港务局换帅 新局长到任第一天就上船!\n" + glued + "\n";
  EXPECT_EQ(kind_of(text, "相關新聞"), BlockKind::related_links);
  EXPECT_EQ(kind_of(text, glued), BlockKind::related_links);
  const std::string text2 = "关于潮安 > 新闻动态\n三号码头下月启用\n\n" + kStory;
  EXPECT_EQ(kind_of(text2, "三号码头下月启用"), BlockKind::title);
}

TEST(Extract, MarksTheWaysBetweenThePagesOfAStory) {
  for (const char* line : {"上一页 1 2 3 下一页",
                           "【1】【2】【3】",
                           "本文共3页 当前第1页 下一页 末页",
                           "[1] [2] [3] 下一页",
                           "<< 上一页 下一页 >>",
                           "分页：1 2 3",
                           "1 2 3 4",
                           "显示全文",
                           "点击图片进入下一页",
                           "在APP内打开",
                           "自动播放",
                           "视频加载中，请稍候...",
                           "您的浏览器不支持video标签",
                           "（点击查看大图）",
                           "END",
                           "(完)",
                           "—— 完 ——",
                           "— 分享 —",
                           "如有侵权请联系删除",
                           "本文图片均来自网络",
                           "分享让更多人看到",
                           "扫码关注",
                           "微信搜索“潮安观察”关注我们",
                           "相关报道>>>",
                           "》》点击进入专题"})
    EXPECT_EQ(kind_inside_story(line), BlockKind::navigation) << line;
  for (const char* line : {"下一页的潮安港", "1 3 5", "3 2 1", "2025 2026 2027", "完工在即", "分享经济"})
    EXPECT_NE(kind_inside_story(line), BlockKind::navigation) << line;
  EXPECT_EQ(kind_inside_story("排版 | 小李子"), BlockKind::byline);
}

TEST(Extract, MarksABoxOfLinksThatSaysWhereItEnds) {
  const std::string text =
      kStory + "\n你可能感兴趣的内容：\n\n二号码头完成改造\n\nEnd of 你可能感兴趣的内容：\n\n" + kStory;
  for (const char* line : {"你可能感兴趣的内容：", "二号码头完成改造", "End of 你可能感兴趣的内容："})
    EXPECT_EQ(kind_of(text, line), BlockKind::related_links) << line;
  EXPECT_EQ(kind_of(kStory + "\n関連記事\n二号埠頭の改修が完了\n", "関連記事"), BlockKind::related_links);
  EXPECT_EQ(kind_inside_story("图像来源，Getty Images"), BlockKind::caption);
}

TEST(Extract, MarksWhatAPageOffersInsideTheStory) {
  for (const char* line : {"【免费领取】专业投顾一对一诊股，点击咨询>>", "点击上方“三农观察”可以订阅哦",
                           "更多精彩请关注微信公众号“云岭观察”", "扫一扫下载潮安新闻APP", "►►►點我加入潮安新聞粉絲團",
                           "进入潮安号阅读全文", "正文完", "订户专享", "+2"})
    EXPECT_EQ(kind_inside_story(line), BlockKind::navigation) << line;
  EXPECT_NE(kind_inside_story("气温由15℃升至20℃>>连续三天"), BlockKind::navigation);
}

TEST(Extract, TakesAQuestionPutToSomebodyForText) {
  EXPECT_EQ(kind_inside_story("问：最难的是哪一步？"), BlockKind::body);
  EXPECT_EQ(kind_inside_story("海滨日报记者：最难的是哪一步？"), BlockKind::body);
  EXPECT_EQ(kind_inside_story("最难的是哪一步？"), BlockKind::heading);
}

TEST(Extract, TakesASentenceThatAnnouncesWhatFollowsForText) {
  const std::string lead = "为预防火灾事故，保障群众安全，根据有关法律法规，现就停放充电管理通告如下：";
  const std::string text = "停放充电管理通告\n\n" + lead + "\n\n一、严禁在楼梯间停放电动自行车或者为其充电。\n";
  EXPECT_EQ(kind_of(text, lead), BlockKind::body);
  EXPECT_EQ(kind_inside_story("某某公司创始人、董事会主席周某："), BlockKind::heading);
}

TEST(Extract, BreaksNoLineInsideWhatWasDecodedAsSomethingElse) {
  EXPECT_EQ(blocks("ä¸\u0080å\u0085\u0083ä¸\u0083è§\u0092").size(), 1U);
  EXPECT_EQ(blocks("港口夜航恢复\u0085首班船今晚开出。").size(), 2U);
}

TEST(Extract, TakesLongLinesWithoutAMarkForTextWhereNoneHasAny) {
  const std::string heading = "渡口旧事";
  const std::string line = "今年春天我回禾溪文化馆正在翻修石牛被移到墙角身上盖着塑料布我掀开看了看";
  std::string text = heading + "\n\n";
  for (int i = 0; i < 6; ++i) text += line + "第" + std::string(1, static_cast<char>('1' + i)) + "次来\n\n";
  EXPECT_EQ(kind_of(text, line + "第3次来"), BlockKind::body);
  EXPECT_NE(kind_of(text, heading), BlockKind::body);
  EXPECT_EQ(kind_inside_story(line), BlockKind::heading);  // among paragraphs with marks
}

// Wraps at blanks, or, with `columns` halved, behind any Han character.
std::string wrapped(std::string_view text, std::size_t columns) {
  std::string out;
  std::size_t line = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t begin = at;
    const bool wide = next_code_point(text, at) >= 0x3000;
    while (!wide && at < text.size() && text[at - 1] != ' ' && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    const std::size_t width = wide ? 2 : at - begin;
    if (line + width > columns + 1) {
      if (out.back() == ' ') out.pop_back();
      out += '\n';
      line = 0;
    }
    out += text.substr(begin, at - begin);
    line += width;
  }
  return out + "\n";
}

TEST(Extract, JoinsLinesWrappedAtAColumn) {
  const std::string english =
      "The committee met on Thursday to discuss the budget for the coming year. The chair opened the meeting at ten "
      "and asked the members for "
      "their reports. Costs had risen by a tenth since the last review in 2023, and heating was to blame. The meeting "
      "closed at noon.";
  const std::string chinese =
      "会议于星期四召开，讨论下一年度的预算。主席于上午十时宣布开会，并请各位委员报告有关情况。自上次审议以来，费用上升"
      "了百分之三点五，"
      "主要原因是取暖和照明两项支出。会议同意明年春天再次审议这一问题，届时请财务部门提交书面说明。会议于中午结束。";
  for (const std::size_t columns : {40U, 60U, 72U}) {
    EXPECT_EQ(blocks(wrapped(english, columns) + "\n" + wrapped(english, columns)).size(), 2U) << columns;
    EXPECT_EQ(blocks(wrapped(chinese, columns) + "\n" + wrapped(chinese, columns)).size(), 2U) << columns;
    EXPECT_EQ(blocks(wrapped(english, columns) + "\n" + wrapped(chinese, columns)).size(), 2U) << columns;
  }
}

TEST(Extract, JoinsALineThatHoldsANumberAlone) {
  const std::string text =
      "三号码头下月启用\n\n" + kStory + "\n码头昨天迎来\n32\n艘货船，比去年多百分之\n8.5\n以上。\n";
  EXPECT_EQ(blocks(text).back().second, "码头昨天迎来\n32\n艘货船，比去年多百分之\n8.5\n以上。");
}

TEST(Extract, JoinsNoRowsOfATable) {
  const std::string text = "三号码头下月启用\n\n" + kStory + "\n浙江\n9\n江苏\n7\n广东\n5\n";
  EXPECT_EQ(blocks(text).back().second, "5");
}

TEST(Extract, KnowsWhatStandsInTheMiddleOfAWord) {
  const std::string text = "三号码头下月启用\n\n" + kStory +
                           "\n港务局负责人说，码头的建设对于一所大\n\n【限时优惠】暑期夏令营早鸟价立减800元\n\n"
                           "学来说意义重大。周边居民对此表示欢迎。\n";
  EXPECT_EQ(kind_of(text, "【限时优惠】暑期夏令营早鸟价立减800元"), BlockKind::navigation);
}

TEST(Extract, ReadsThePaperAndItsDayAboveTheTitle) {
  for (const std::string line :
       {"潮安晚报　2025年4月24日", "潮安晚报　2025年4月24日　A05版", "潮安晚報 2025年4月24日 星期四"}) {
    const std::string text = line + "\n\n三号码头下月启用\n\n" + kStory;
    const Article article = extract(text);
    EXPECT_EQ(said(text, article.title), "三号码头下月启用") << line;
    EXPECT_THAT(said(text, article.date), testing::StartsWith("2025年4月24日")) << line;
    EXPECT_EQ(said(text, article.outlet), line.substr(0, line.find("2025") - (line.find("　") == 12 ? 3 : 1))) << line;
  }
}

TEST(Extract, ReadsThePaperAndItsPageForWhatTheyAre) {
  for (const std::string line : {"潮安晚报 A6 地方新闻", "潮安晚報 4版 體育", "潮安晚报　第5版", "潮安晚报数字报"}) {
    for (const std::string& text :
         {line + "\n\n三号码头下月启用\n\n" + kStory, "三号码头下月启用\n" + line + "\n\n" + kStory}) {
      const Article article = extract(text);
      EXPECT_EQ(said(text, article.title), "三号码头下月启用") << line;
      EXPECT_EQ(said(text, article.outlet), line.substr(0, 12)) << line;
    }
  }
  EXPECT_EQ(kind_inside_story("潮安晚报 A6 增版"), BlockKind::heading);
  EXPECT_EQ(kind_inside_story("潮安晚报 体育"), BlockKind::heading);
}

TEST(Extract, ReadsTheEnglishPaperAboveOrBelowTheHeadline) {
  for (const std::string line :
       {"PORT ELLIS COURIER  Saturday, May 3, 2025  Page 7", "Port Ellis Courier, 3 May 2025"}) {
    for (const std::string& text : {line + "\n\nThird quay to open next month\n\n" + kEnglishStory,
                                    "Third quay to open next month\n" + line + "\n\n" + kEnglishStory}) {
      const Article article = extract(text);
      EXPECT_EQ(said(text, article.title), "Third quay to open next month") << line;
      EXPECT_EQ(said(text, article.outlet), line.substr(0, 18)) << line;
      EXPECT_THAT(said(text, article.date), testing::EndsWith("2025")) << line;
    }
  }
  const std::string labelled = "Third quay to open\nSource: Port Ellis Courier, 3 May 2025\n\n" + kEnglishStory;
  EXPECT_EQ(said(labelled, extract(labelled).outlet), "Port Ellis Courier");
}

TEST(Extract, TakesTheLineBelowTheNameOfTheSiteForTheTitle) {
  for (const std::string name : {"Harwick Live", "Harwick Town Gazette"}) {
    const std::string text = name + "\nThird quay to open next month\n12 Feb 2025 | 4 min read\n\n" + kEnglishStory;
    EXPECT_EQ(said(text, extract(text).title), "Third quay to open next month");
    EXPECT_EQ(said(text, extract(text).outlet), name);
  }
  const std::string text = "Harwick waits\nThird quay to open next month\n12 Feb 2025\n\n" + kEnglishStory;
  EXPECT_EQ(said(text, extract(text).title), "Harwick waits");
}

TEST(Extract, TakesHeadlinesOfOneWidthForNoWrappedText) {
  const std::string text =
      "您当前的位置：首页 > 法治 > 要案\n码头判了：网购假缆绳 商家退一赔三\n2025-03-14 18:22 来源：潮安日报 "
      "作者：林默\n\n" +
      kStory +
      "\n热门推荐\n八旬老人守灯塔 四十年不下山\n港口吊车被风吹倒 没有人受伤\n投稿热线：000-000-1234，24小时在线\n";
  const Article article = extract(text);
  EXPECT_EQ(said(text, article.title), "码头判了：网购假缆绳 商家退一赔三");
  EXPECT_EQ(said(text, article.outlet), "潮安日报");
  EXPECT_EQ(said(text, article.date), "2025-03-14 18:22");
}

TEST(Extract, TakesLinesOfAnAccountForBylines) {
  const auto below_title = [](const std::string& line) { return "三号码头下月启用\n" + line + "\n\n" + kStory; };
  for (const std::string line : {"（港都綜合報導）", "跑圈头条号 04-21 12:00 关注", "潮安教育  2025-10-16  阅读 2.3万"})
    EXPECT_EQ(kind_of(below_title(line), line), BlockKind::byline) << line;
  const std::string posted = below_title("潮安教育  2025-10-16  阅读 2.3万");
  EXPECT_EQ(said(posted, extract(posted).outlet), "潮安教育");
  EXPECT_EQ(said(posted, extract(posted).date), "2025-10-16");
  const std::string button = below_title("跑圈头条号 04-21 12:00 关注");
  EXPECT_EQ(said(button, extract(button).outlet), "跑圈头条号");
  EXPECT_NE(kind_inside_story("04-21 12:00 关注港口"), BlockKind::byline);
}

TEST(Extract, LeavesOutWhatAPagePutsBetweenParagraphs) {
  for (const std::string line :
       {"【广告】双十一渔网满减，点击领券", "广告 某某跑鞋新品上市，限时五折，了解详情 >", "Continued on Page 12",
        "Sign up for our free newsletter and never miss a story.", "你对这篇文章怎么看？说点什么吧",
        "喜欢就点个“在看”吧", "本网站使用Cookie以改善您的浏览体验，继续浏览即表示同意。",
        "We use cookies to give you the best experience on our website. Accept all | Manage preferences"})
    EXPECT_TRUE(is_noise(kind_inside_story(line))) << line;
  for (const std::string line : {"广告主要求退款，平台没有同意，双方各执一词，法院将于下月开庭。", "喜欢就点灯",
                                 "Continued on their way", "Advertisement spending falls", "您怎么看？",
                                 "Download speeds of the app fell by half last year, the board said.",
                                 "浏览器下月起不再支持Cookie，网站不能再跟踪读者，广告商表示担心。"})
    EXPECT_FALSE(is_noise(kind_inside_story(line))) << line;
}

TEST(Extract, TakesWhatReadersSayBelowTheStoryForThePage) {
  const std::string story = "三号码头下月启用\n\n" + kStory + kStory;
  for (const std::string heading : {"网友评论（3条）", "Comments (2)", "3条评论", "最新评论"}) {
    const std::string text = story + "\n" + heading +
                             "\n海边的猫：给力！希望我们那里也快点有，跑一趟太远了。\n"
                             "用户88419：工人太辛苦了，应该多给一点加班费。\n";
    EXPECT_TRUE(is_noise(kind_of(text, heading))) << heading;
    EXPECT_TRUE(is_noise(kind_of(text, "用户88419：工人太辛苦了，应该多给一点加班费。"))) << heading;
  }
  // The number of comments above most of the story.
  const std::string text = "三号码头下月启用\n\n" + kStory +
                           "\n评论（3）\n\n渔民说，夜里回港不用摸黑了。灯塔昨天重新点亮。\n\n" +
                           "第一班船今晚八点开出，票价不变。市民可以在码头的窗口购买。\n";
  EXPECT_EQ(kind_of(text, "第一班船今晚八点开出，票价不变。市民可以在码头的窗口购买。"), BlockKind::body);
}

TEST(Extract, JoinsLinesWrappedAtANumberOfCharacters) {
  // Digits count as one like the Han characters, so the lines are of all widths; some end with a digit, and one begins
  // with what is no list mark.
  const std::string text =
      "　　某人1932年9月出生于禾溪县，19\n51年考入农学院农学系，1955年毕业后留\n校任教。1957年至1961年，他带领学\n"
      "生在石陂村蹲点，记下了47本笔记，增长了\n38.5%，其中12本至今保存在校史馆里面\n。\n"
      "　　1972年，由他选育的3号稻种通过鉴\n定，累计推广3200万亩，亩产提高18%\n，1978年获得奖励。\n";
  EXPECT_EQ(blocks(text).size(), 2U);
}

TEST(Extract, JoinsWrappedLinesThatAreDoubleSpaced) {
  const std::string first =
      "港务局昨日宣布恢复夜航，首班船今晚八点开出，票\n\n价不变。市民可以在网上订票，也可以在码头的窗口\n\n购买。船上"
      "备有救生衣和热水，请大家放心乘坐。";
  const std::string second =
      "夜航停了两年零三个月，原因是航标灯毁于台风1.\n\n5次。今年灯塔重新点亮。渔民说，夜里回港再也不用\n\n摸黑了。";
  EXPECT_EQ(blocks("港口夜航恢复\n\n" + first + "\n\n" + second + "\n").size(), 3U);
  EXPECT_EQ(blocks("港口夜航恢复\n\n" + first + "\n\n\n\n" + second + "\n\n\n\n" + first + "\n").size(), 4U);
}

TEST(Extract, LeavesDoubleSpacedLinesOfOneWidthApart) {
  // Couplets, and paragraphs of one line each.
  EXPECT_EQ(blocks("春风一夜吹香梦，梦逐春风到洛城\n\n山重水复疑无路时，柳暗花明又一村\n\n"
                   "白日依山尽余晖里，黄河入海流不回\n\n两岸猿声啼不住矣，轻舟已过万重山\n")
                .size(),
            4U);
  EXPECT_EQ(blocks("港务局昨日宣布恢复夜航，首班船今晚八点开出。\n\n市民可以在网上订票，也可以去码头的窗口购买。\n\n"
                   "船上备有救生衣和热水。请大家放心乘坐这趟船。\n\n夜航停了两年零三个月，灯塔在今年重新点亮了。\n")
                .size(),
            4U);
}

TEST(Extract, JoinsWrappedHanLinesThatEndWithAHyphen) {
  const std::string paragraph =
      "港务局昨日宣布恢复夜航，首班船今晚八点开出，票-\n价不变。市民可以在网上订票，也可以在码头的窗口-\n购买。船上备有"
      "救生衣和热水，请大家放心乘坐此船-\n。市民都说好。";
  EXPECT_EQ(blocks("港口夜航恢复\n\n" + paragraph + "\n\n" + paragraph + "\n").size(), 3U);
}

TEST(Extract, TakesNoLineOfThePageForTheTitle) {
  const std::string title = "三号码头下月启用";
  for (const std::string line :
       {"用户3216 2026-03-05 08:45", "第42章 码头[第1頁/共4頁]", "本篇文章1627字,读完约4分钟", "[audience applause]",
        "33,2160次浏览", "1.2万 人看过", "欢迎光临潮安书网, [登录 | 免费注册]"}) {
    const std::string text = line + "\n\n" + title + "\n\n" + kStory;
    EXPECT_EQ(said(text, extract(text).title), title) << line;
  }
}

TEST(Extract, TakesATitleWithALostByteInFrontOfAColonForATitle) {
  const std::string title = "港務局長張?。航衲昙Z食碼頭能夠完工";
  const std::string text = title + "\n海濱社\n" + kStory;
  EXPECT_EQ(said(text, extract(text).title), title);
}

TEST(Extract, PartsHeadingsBetweenAsterisksThatStandInTheLine) {
  const std::string heading = "*三号码头下月启用，渡船加开两班*";
  const std::string text = "港口消息\n\n海滨港务局昨天公布了今年的计划，老灯塔也要整修。" + heading +
                           "下月起，三号码头停靠渡船，每天加开两班，票价不变。*另有一班夜船*夜船到十点为止。\n\n" +
                           kStory;
  EXPECT_EQ(kind_of(text, heading), BlockKind::heading);
  EXPECT_EQ(kind_of(text, "*另有一班夜船*"), BlockKind::heading);
  const std::string stars = "全票4*5元，儿童票2*3元，买票请早。";
  EXPECT_EQ(kind_of("港口消息\n\n" + stars + kStory, stars + kStory.substr(0, kStory.find('\n'))), BlockKind::body);
}

TEST(Extract, ReadsWhoPostedATextAndWhen) {
  const std::string line = "• harbour_3216 2026-03-05 08:45";
  EXPECT_EQ(kind_of(line + "\n\n" + kStory, line), BlockKind::byline);
  EXPECT_EQ(kind_of("直播 2026-03-05 08:45\n\n" + kStory, "直播 2026-03-05 08:45"), BlockKind::heading);
  const std::string section = "专题文章\n" + kStory;
  EXPECT_EQ(said(section, extract(section).title), "(nothing)");
}

TEST(Extract, KnowsBaitThatIsStrungTogetherWithCommas) {
  const std::string bait = "欧美人妻自拍一区二区,中文字幕无码,成人激情在线观看,国产三级片偷拍";
  EXPECT_EQ(kind_of(bait + "\n\n三号码头下月启用\n\n" + kStory, bait), BlockKind::spam);
}

TEST(Extract, JoinsLinesThatGoOnWithASmallLetter) {
  const std::string verse =
      "We had left the island\nwith the wind behind us,\nand nobody stood on the quay.\nThe lamps of the harbour\n"
      "went out one by one,\nand the gulls stayed with us.\nEverybody was asleep.\n";
  EXPECT_THAT(
      blocks(verse),
      ElementsAre(
          Pair(BlockKind::body, "We had left the island\nwith the wind behind us,\nand nobody stood on the quay."),
          Pair(BlockKind::body, "The lamps of the harbour\nwent out one by one,\nand the gulls stayed with us."),
          Pair(BlockKind::body, "Everybody was asleep.")));
}

TEST(Extract, JoinsBrokenLinesOfVerse) {
  const std::string verse =
      "Then took the boat,\nAnd rowed it past\nthe outer light,\nBecause the sea\nwas calm and bright;\n"
      "Though as for that\nthe wind had gone\nbefore the night,\nAnd both the oars\nwere lying there.\n";
  EXPECT_EQ(blocks(verse).size(), 5U);
}

TEST(Extract, TakesNoListOfSmallWordsForBrokenLines) {
  const std::string list = kEnglishStory + "What the boats brought:\nsalt\nrope\nlamp oil\ndried fish\ntimber\ntar\n";
  EXPECT_EQ(kind_of(list, "lamp oil"), kind_of(list, "dried fish"));
  const std::string marked = kEnglishStory + "What they took:\nsalt,\nrope,\nlamp oil,\ndried fish,\ntimber,\ntar.\n";
  EXPECT_EQ(kind_of(marked, "lamp oil,"), kind_of(marked, "dried fish,"));
}

TEST(Extract, JoinsWrappedLinesThatHang) {
  const std::string paragraph =
      "港务局昨日宣布恢复夜航，首班船今晚八点开出，票\n　　价不变，市民可以在网上订票，也可以在码头的\n　　窗口购买，"
      "船上备有救生衣和热水，请大家放心\n　　乘坐。";
  EXPECT_EQ(blocks("港口夜航恢复\n\n" + paragraph + "\n\n" + paragraph + "\n").size(), 3U);
}

TEST(Extract, LeavesParagraphsOfOneLineEachApart) {
  const std::string text =
      "港口夜航恢复\n港务局昨日宣布恢复夜航。\n首班船今晚八点开出,票价不变。\n市民可以在网上订票。\n";
  EXPECT_EQ(blocks(text).size(), 4U);
}

TEST(Extract, ReadsLinesOfOneCharacterInLinearTime) {
  std::string text;
  for (int i = 0; i < 60000; ++i) text += "图\n书\n馆\n";
  EXPECT_FALSE(extract(text).blocks.empty());
}

TEST(Extract, TellsEmptyTextByNoBlocks) {
  EXPECT_TRUE(extract("").blocks.empty());
  EXPECT_TRUE(extract(" \n\t\n---\n　\n").blocks.empty());
}

// Between blocks: white space, invisible characters, markdown marks.
bool is_gap(std::string_view text) {
  for (std::uint32_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c) && !is_invisible(c) && std::u32string_view(U"#>-*+=_~").find(c) == std::u32string_view::npos)
      return false;
  }
  return true;
}

TEST(Extract, EndsWhereALabelStandsRightBehindAnAddressAndADate) {
  EXPECT_FALSE(blocks("http://a.cn 2025-03-04 摄编 辑:“。").empty());
}

TEST(Extract, LosesNothingOfAnyText) {
  const std::vector<std::string> pieces{"\n",
                                        "\n\n",
                                        " ",
                                        "　　",
                                        "\r\n",
                                        "## ",
                                        "- ",
                                        "> ",
                                        "---",
                                        "首页",
                                        " >> ",
                                        "正文",
                                        "来源:",
                                        "潮安日报",
                                        "2025-03-04",
                                        " 09:15",
                                        "编 辑:",
                                        "林默",
                                        "(林默)",
                                        "版权所有",
                                        "粤ICP备1号",
                                        "相关阅读",
                                        "：",
                                        "。",
                                        "，",
                                        "”",
                                        "“",
                                        "码头",
                                        "工程历时两年零四个月,周边居民对此表示欢迎。",
                                        "date 2025-03-04 ",
                                        "| | |",
                                        "百家乐-",
                                        "（下转第三版）",
                                        "上接",
                                        "【",
                                        "】",
                                        "上一篇",
                                        ">",
                                        "原创 ",
                                        "来自",
                                        "本文来自",
                                        "（",
                                        "分享到",
                                        "点击",
                                        "#",
                                        "1",
                                        "/ ",
                                        "http://a.cn ",
                                        "Updated ",
                                        "By A; Editing by B",
                                        "End of ",
                                        "社会",
                                        "The port said so. ",
                                        "By Jane Doe",
                                        "1.",
                                        "一、",
                                        "摄",
                                        "本报记者 ",
                                        "業(yè)",
                                        "\xEF\xBF\xBD",
                                        "\xE2\x80\x8B",
                                        "!",
                                        "?",
                                        "……",
                                        "[",
                                        "](http://a.b)",
                                        "Read more:: x",
                                        "©"};
  std::mt19937 random(20250304);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 40; n > 0; --n) text += pieces[random() % pieces.size()];
    const Article article = extract(text);
    std::uint32_t at = 0;
    for (const Block& block : article.blocks) {
      ASSERT_LE(at, block.range.begin) << text;
      ASSERT_FALSE(block.range.empty()) << text;
      ASSERT_TRUE(is_gap(std::string_view(text).substr(at, block.range.begin - at))) << text;
      at = block.range.end;
    }
    ASSERT_TRUE(is_gap(std::string_view(text).substr(at))) << text;
    for (const auto& range : {article.title, article.outlet, article.date, article.byline, article.editor}) {
      const bool sound = !range || (!range->empty() && range->end <= text.size());
      ASSERT_TRUE(sound) << text;
    }
  }
}

}  // namespace
}  // namespace yiwen
