// SPDX-License-Identifier: Apache-2.0
#include "segment/segment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"
#include "extract/extract.h"
#include "normalize/normalize.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;

std::string slice(std::string_view text, TextRange<SourceText> range) {
  return std::string(text.substr(range.begin, range.size()));
}

std::vector<Sentence> segmented(std::string_view text) { return segment(text, extract(text), normalize(text)); }

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> out;
  for (const Sentence& sentence : segmented(text)) out.push_back(slice(text, sentence.range));
  return out;
}

// As one paragraph of body, whatever its shape.
std::vector<std::string> cut(std::string_view text) {
  const Article article{{{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::body}}, {}, {}, {}, {}, {}};
  std::vector<std::string> out;
  for (const Sentence& sentence : segment(text, article, normalize(text))) out.push_back(slice(text, sentence.range));
  return out;
}

TEST(Segment, EndsAtChineseStopsAndNotAtOtherMarks) {
  EXPECT_THAT(cut("港口开工;船舶进港，货物上岸。真的吗？太好了！大家：快来"),
              ElementsAre("港口开工;船舶进港，货物上岸。", "真的吗？", "太好了！", "大家：快来"));
}

TEST(Segment, KeepsClosingQuotesOfEveryStyleWithTheirSentence) {
  EXPECT_THAT(cut("他说：“船到了。”大家鼓掌。"), ElementsAre("他说：“船到了。”", "大家鼓掌。"));
  EXPECT_THAT(cut("他說：「船到了。」大家鼓掌。"), ElementsAre("他說：「船到了。」", "大家鼓掌。"));
  EXPECT_THAT(cut("他說：『船到了。』大家鼓掌。"), ElementsAre("他說：『船到了。』", "大家鼓掌。"));
  EXPECT_THAT(cut("他说:\"船到了。\"大家鼓掌。"), ElementsAre("他说:\"船到了。\"", "大家鼓掌。"));
}

TEST(Segment, KeepsAClosingQuoteThatAReferenceStandsForWithItsSentence) {
  EXPECT_THAT(cut("他说：&ldquo;船到了。&rdquo;大家鼓掌。"), ElementsAre("他说：&ldquo;船到了。&rdquo;", "大家鼓掌。"));
  EXPECT_THAT(cut("&#8220;船今天已经到港了。&#8221;"), ElementsAre("&#8220;船今天已经到港了。&#8221;"));
}

TEST(Segment, SeesThatNoStopIsMissingBehindABracketOfItsOwn) {
  const auto all = segmented("港口当天恢复通航，所有船舶按照次序进港。（掌声）\n\n（待续）第二天（五月四日）");
  ASSERT_EQ(all.size(), 3u);
  EXPECT_TRUE(all[1].ends_with_stop);
  EXPECT_FALSE(all[2].ends_with_stop);
}

TEST(Segment, SeesTheStopBeforeAMarkThatPointsToANote) {
  for (const std::string end : {"。]*", "。※", "。**", "。”*", "。[1]", "。〔12〕", "。①"}) {
    const auto all =
        segmented("港口当天恢复通航，所有船舶按照次序进港" + end + "\n\n下一段讲的是另外一件事情，与上一段没有关系。");
    ASSERT_EQ(all.size(), 2u) << end;
    EXPECT_TRUE(all[0].ends_with_stop) << end;
  }
}

TEST(Segment, GoesOnBehindAQuotationThatASentenceContinues) {
  EXPECT_THAT(cut("他说：“好！”然后走了。"), ElementsAre("他说：“好！”然后走了。"));
  EXPECT_THAT(cut("“船怎么还不来？”的疑问越来越多。"), ElementsAre("“船怎么还不来？”的疑问越来越多。"));
  EXPECT_THAT(cut("观众高喊“加油！加油！”冲向终点。"), ElementsAre("观众高喊“加油！加油！”冲向终点。"));
  EXPECT_THAT(cut("“今年货量增长三成。”港口经理林默说，“明年会更好。”苏远表示，这是好事。"),
              ElementsAre("“今年货量增长三成。”港口经理林默说，“明年会更好。”", "苏远表示，这是好事。"));
}

TEST(Segment, EndsAtTheMarksOfVerticalLines) {
  EXPECT_THAT(cut("浮橋被炸斷︐二十多隻船沉在江心︒縣裡要重修︐橋還沒有搭完︒"),
              ElementsAre("浮橋被炸斷︐二十多隻船沉在江心︒", "縣裡要重修︐橋還沒有搭完︒"));
  EXPECT_THAT(cut("他說︓﹁今天開工︐大家都來﹂︒明天完工︒"),
              ElementsAre("他說︓﹁今天開工︐大家都來﹂︒", "明天完工︒"));
}

TEST(Segment, EndsSentencesInsideALongQuotation) {
  EXPECT_THAT(cut("他说：“今天码头正式开工建设。明年设备全部安装到位。后年就能投入使用。”"),
              ElementsAre("他说：“今天码头正式开工建设。", "明年设备全部安装到位。", "后年就能投入使用。”"));
}

TEST(Segment, EndsNothingInsideTitlesOfBooksAndBrackets) {
  EXPECT_THAT(cut("影片《谁是船长？》今日上映。详情（见附件。）另行公布。"),
              ElementsAre("影片《谁是船长？》今日上映。", "详情（见附件。）另行公布。"));
}

TEST(Segment, TakesAnEllipsisForAPauseUnlessTheParagraphEnds) {
  EXPECT_THAT(cut("岸桥、集卡、拖轮……都在忙碌。船走远了……"), ElementsAre("岸桥、集卡、拖轮……都在忙碌。", "船走远了……"));
}

TEST(Segment, NeverEndsInsideANumberAWordOrAnAddress) {
  EXPECT_THAT(cut("产值41.7亿元，占3.92%。网址www.example.com可查。"),
              ElementsAre("产值41.7亿元，占3.92%。", "网址www.example.com可查。"));
  EXPECT_THAT(cut("see http://a.example/?id=5&x=!y today. Then call."),
              ElementsAre("see http://a.example/?id=5&x=!y today.", "Then call."));
}

TEST(Segment, EndsBehindANumberWhereLinesAreWrappedAtBlanks) {
  EXPECT_THAT(cut("The plan had been ready since the end of 2024.\n2025 will be the year in which work begins."),
              ElementsAre("The plan had been ready since the end of 2024.", "2025 will be the year in which work begins."));
}

TEST(Segment, NeverEndsInsideANumberThatAWrappedLineCuts) {
  EXPECT_THAT(cut("上半年公司实现营业收入46.83亿元，同比增长4.\n2%；归属于股东的净利润2.1亿元，同比下降31.6\n%；基本每股收"
                  "益0.29元，比上年同期的0.31元略有下降\n。公司没有说明原因。"),
              ElementsAre("上半年公司实现营业收入46.83亿元，同比增长4.\n2%；归属于股东的净利润2.1亿元，同比下降31.6\n%；基本"
                          "每股收益0.29元，比上年同期的0.31元略有下降\n。",
                          "公司没有说明原因。"));
}

TEST(Segment, ReadsASCIIPointsInChinese) {
  EXPECT_THAT(cut("港口投入使用.船舶开始靠泊.增长41.7%.同时增加班次."),
              ElementsAre("港口投入使用.", "船舶开始靠泊.", "增长41.7%.", "同时增加班次."));
  EXPECT_THAT(cut("要做到:1.加强管理;2.提高水平。"), ElementsAre("要做到:1.加强管理;2.提高水平。"));
  EXPECT_THAT(cut("1.船舶检验。2.船员考试。"), ElementsAre("1.船舶检验。", "2.船员考试。"));
}

TEST(Segment, ReadsQuestionMarksInChinesePunctuatedWithASCII) {
  EXPECT_THAT(cut("怎样保通航?如何稳增长?记者采访了局长。"),
              ElementsAre("怎样保通航?", "如何稳增长?", "记者采访了局长。"));
}

TEST(Segment, EndsNothingAtAMarkThatIsDamage) {
  EXPECT_THAT(cut("进一步挖掘航道的发展潛?jié)力,通过改造激发活力。"),
              ElementsAre("进一步挖掘航道的发展潛?jié)力,通过改造激发活力。"));
  EXPECT_THAT(cut("港務局長張?。航衲昙Z食碼頭能夠完工,市民都說好。"),
              ElementsAre("港務局長張?。航衲昙Z食碼頭能夠完工,市民都說好。"));
}

TEST(Segment, KeepsASpeakerWithHisWords) {
  EXPECT_THAT(cut("海滨日报记者:局长您好,码头何时启用?谢谢。"),
              ElementsAre("海滨日报记者:局长您好,码头何时启用?", "谢谢。"));
}

TEST(Segment, ReadsEnglish) {
  EXPECT_THAT(cut("Mr. Li of Acme Corp. in the U.S. said so, e.g. on Monday. It rose 3.5% to No. 5. \"Why?\" he asked. "
                  "J. R. Smith left."),
              ElementsAre("Mr. Li of Acme Corp. in the U.S. said so, e.g. on Monday.", "It rose 3.5% to No. 5.",
                          "\"Why?\" he asked.", "J. R. Smith left."));
  EXPECT_THAT(
      cut("It was built in the U.S. The plan is old. It comes too late... The end was in 2024. Then came rain."),
      ElementsAre("It was built in the U.S.", "The plan is old.", "It comes too late...", "The end was in 2024.",
                  "Then came rain."));
}

TEST(Segment, ReadsOtherScripts) {
  EXPECT_THAT(cut("「重要です。」と市長は述べた。会議は３．５時間続いた。"),
              ElementsAre("「重要です。」と市長は述べた。", "会議は３．５時間続いた。"));
  EXPECT_THAT(cut("그는 \"중요하다.\"고 말했다. 회의는 3.5시간 이어졌다."),
              ElementsAre("그는 \"중요하다.\"고 말했다.", "회의는 3.5시간 이어졌다."));
  EXPECT_THAT(cut("यह एक परीक्षण है। दूसरा वाक्य।"), ElementsAre("यह एक परीक्षण है।", "दूसरा वाक्य।"));
}

const std::string kLead = "三号码头启用\n\n潮安港务局昨日宣布,新建的三号码头下月投入使用。工程历时两年零四个月。\n\n";

TEST(Segment, JoinsASentenceThatABlankLineCutsInsideAWord) {
  const std::string text = kLead + "四是打造一流创新生\n\n态。加强科研能力建设,推动资源开放共享。\n";
  const auto all = segmented(text);
  ASSERT_EQ(all.size(), 5U);
  EXPECT_EQ(slice(text, all[3].range), "四是打造一流创新生\n\n态。");
  ASSERT_TRUE(all[3].cut.has_value());
  EXPECT_EQ(slice(text, *all[3].cut), "\n\n");
  EXPECT_TRUE(all[3].ends_with_stop);
  EXPECT_FALSE(all[3].ends_block);
  EXPECT_FALSE(all[4].starts_block);
}

TEST(Segment, JoinsNoPointsOfAList) {
  const std::string text = kLead + "下列手续从简:\n一、船员的登岸证；\n二、货物的转运单；\n十一、水尺的检验书。\n";
  for (const Sentence& sentence : segmented(text)) EXPECT_FALSE(sentence.cut) << slice(text, sentence.range);
  const std::string notes = "1 The quay opened on Sept. 4.\n2 See the report of the board, p. 14.\n";
  for (const Sentence& sentence : segmented(notes)) EXPECT_FALSE(sentence.cut) << slice(notes, sentence.range);
  // A row of numbers that a break cut is none.
  const std::string row = kLead + "航线通往沿海的一、\n\n二、三线城市，下月增加班次。\n";
  EXPECT_TRUE(segmented(row).back().cut.has_value());
}

TEST(Segment, JoinsASentenceAcrossThePageNumberInItsMiddle) {
  const std::string text =
      kLead +
      "四是打造一流创新生\n\n— 2 —\n\n态。加强科研能力建设,推动资源开放共享。软体要共\n\n— 3 —\n\n享，资讯也一样。\n";
  const Article article = extract(text);
  NormalText normal = normalize(text);
  auto all = segment(text, article, normal);
  ASSERT_EQ(all.size(), 6U);
  EXPECT_EQ(slice(text, all[3].range), "四是打造一流创新生\n\n— 2 —\n\n态。");
  ASSERT_TRUE(all[3].cut.has_value());
  leave_out_interruptions(article, all, normal);
  EXPECT_EQ(to_utf8(normal.slice(all[3].normal)), "四是打造一流创新生态");
  EXPECT_EQ(to_utf8(normal.slice(all[4].normal)), "加强科研能力建设推动资源开放共享");
  EXPECT_EQ(to_utf8(normal.slice(all[5].normal)), "软件要共享信息也一样");
  ASSERT_EQ(normal.renamed.size(), 2U);
  EXPECT_EQ(to_utf8(normal.slice(normal.renamed[1])), "信息");
}

TEST(Segment, JoinsASentenceAcrossEverythingThatAPageHasAtItsFoot) {
  const std::string text =
      kLead +
      "港务局负责人昨天来到码头，在现场接受采访时（下转第三版）\n\n本版责编：郑好　美编：李可\n\n潮安日报　2025年3月4日"
      "　星期二　第3版　要闻\n\n（上接第一版）强调“服务居民”,这是码头建设的出发点，也是落脚点。\n";
  const auto all = segmented(text);
  EXPECT_TRUE(all.back().cut.has_value()) << slice(text, all.back().range);
}

TEST(Segment, JoinsASentenceOfSeveralClausesAcrossAnAdvertisement) {
  const std::string text = kLead + "码头昨天迎来三艘货船，两艘来自海外；港务局\n\n广告\n\n" +
                           "负责人在现场接受采访，强调“服务居民”是码头建设的出发点。\n";
  const auto all = segmented(text);
  EXPECT_TRUE(all.back().cut.has_value()) << slice(text, all.back().range);
}

TEST(Segment, JoinsNoThirdParagraphToASentenceOnTheWordOfItsShapeAlone) {
  const std::string text =
      kLead +
      "港务局负责人在现场接受采访时\n\n强调服务居民是码头建设的出发点，周边的群众一致赞成这个意见；"
      "去年冬天的时候\n\n三号码头的防波堤全部完工，班车增加到每天六十班。\n";
  EXPECT_THAT(sentences(text), testing::Contains("三号码头的防波堤全部完工，班车增加到每天六十班。"));
}

TEST(Segment, JoinsNoParagraphsOfATextThatLostAllItsMarks) {
  const std::string text =
      "鹤归青沙洲\n\n青沙洲是白鹤东部种群最重要的越冬地之一今年在这里越冬的白鹤达到四千多只占全球种群的七成以上\n\n"
      "转折出现在九年以前那时洲上有采砂船四十多条水被搅得浑黄县里关停了全部采砂点又从中挑了二十七个人组成护鸟队廖小满是"
      "第一个报名的\n\n"
      "护鸟并不轻松冬天巡湖一趟要五个小时船上没有取暖的东西手冻得握不住望远镜去年除夕夜他还在芦苇荡里救起一只翅膀中弹的"
      "灰鹤\n";
  for (const auto& sentence : segmented(text)) EXPECT_FALSE(sentence.cut.has_value()) << slice(text, sentence.range);
}

TEST(Segment, JoinsRunningTextThatEndsInTheMiddle) {
  const std::string text =
      kLead +
      "班车增加到每天六十班。港务局负责人在现场接受采访时\n\n强调“服务居民”,这是码头建设的出发点。二是扩大泊位。\n";
  EXPECT_THAT(sentences(text),
              testing::Contains("港务局负责人在现场接受采访时\n\n强调“服务居民”,这是码头建设的出发点。"));
}

TEST(Segment, JoinsRunningTextThatEndsBehindANumber) {
  const std::string head = kLead +
                           "港务局提醒过往船舶注意避让，并按时收听航行警告。\n\n市气象台台长介绍，台风移动慢、雨量大。"
                           "未来两天西部山区仍有100到";
  EXPECT_EQ(segmented(head + "180\n\n毫米降雨，要特别防范山洪和地质灾害。\n").size(), 6U);
  EXPECT_EQ(segmented(head + "站，请拨打气象台服务电话87654321\n\n市民也可以在网上查询，随时了解台风的动向。\n").size(),
            7U);
}

TEST(Segment, PartsWhatAColumnBreakMadeLookLikeAHeading) {
  const std::string above = "老师怎么留？岛上从今年起轮岗，评职称必须有三年以上的乡村任";
  const std::string text = above + "\n\n教经历。满十年的不受限制。";
  const auto end = static_cast<std::uint32_t>(above.size());
  const Article article{
      {{{0, end}, BlockKind::heading}, {{end + 2, static_cast<std::uint32_t>(text.size())}, BlockKind::body}},
      {},
      {},
      {},
      {},
      {}};
  std::vector<std::string> out;
  for (const Sentence& sentence : segment(text, article, normalize(text))) {
    EXPECT_EQ(sentence.kind, BlockKind::body);
    EXPECT_EQ(sentence.starts_block, out.empty());
    out.push_back(slice(text, sentence.range));
  }
  EXPECT_THAT(out, ElementsAre("老师怎么留？", "岛上从今年起轮岗，评职称必须有三年以上的乡村任\n\n教经历。",
                               "满十年的不受限制。"));
}

TEST(Segment, JoinsLatinTextThatGoesOnSmall) {
  const std::string text =
      "The third terminal will open next month, the port said. It was built by the\n\nharbour authority in two "
      "years.\n";
  EXPECT_THAT(sentences(text), testing::Contains("It was built by the\n\nharbour authority in two years."));
}

TEST(Segment, DoesNotGlueAHeadingToALostTail) {
  const std::string text = kLead +
                           "支持港口自动化改造。实施智慧航道等新型基础设施工程,"
                           "加强\n\n港航企业热议启用仪式\n\n收看了启用仪式,我们一线工人心里更有底。\n";
  EXPECT_THAT(sentences(text), testing::Contains("港航企业热议启用仪式"));
}

TEST(Segment, DoesNotGlueAParagraphThatNamesItsSpeaker) {
  const std::string text =
      kLead + "港区面貌一新。已有四百多名司机从驾驶室搬进了\n\n林默局长指出,明年将继续改造老码头。工程分三期。\n";
  EXPECT_THAT(sentences(text), testing::Contains("林默局长指出,明年将继续改造老码头。"));
}

TEST(Segment, DoesNotGluePostsThatDoWithoutStops) {
  const std::string text =
      "今天去三号码头看了看，人还真不少，班车也很方便\n\n下次想带孩子一起去玩，顺便在海边吃点东西再回家\n\n有没有人一起"
      "拼车，周末出发，从老城区走高速过去\n";
  EXPECT_EQ(sentences(text).size(), 3U);
}

TEST(Segment, TakesTitlesHeadingsAndBylinesAsOneSentenceEach) {
  const std::string text =
      "# 怎么办?我们这样办\n\n来源:潮安日报  编辑:林默\n\n## "
      "居民!居民!\n\n潮安港务局昨日宣布,新建的三号码头下月投入使用。\n";
  const auto all = segmented(text);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(slice(text, all[0].range), "怎么办?我们这样办");
  EXPECT_EQ(all[0].kind, BlockKind::title);
  EXPECT_EQ(all[1].kind, BlockKind::byline);
}

TEST(Segment, MarksTheBreakInsideAWordOfATitle) {
  const std::string text =
      "潮安港务局负责人接受专访:补短板强弱项 努力打造现\n代化港口\n\n潮安港务局昨日宣布,新建的三号码头下月投入使用。\n";
  const auto all = segmented(text);
  ASSERT_TRUE(all[0].cut.has_value());
  EXPECT_EQ(slice(text, *all[0].cut), "\n");
}

TEST(Segment, MarksNoBreakInATitleOfAWrappedText) {
  const std::string text =
      "禾溪县第三季度水环境质量通\n报\n\n根据行动方案的要求，现将我县第\n三季度水环境质量状况通报如下，\n请各单位认"
      "真对照检查，抓紧落\n实。\n\n全县十二个监测断面中，水质达到\n优良的断面十个，占八成以上，劣五\n类断面全部清零"
      "，水源地达标率为\n百分之百。\n";
  for (const auto& sentence : segmented(text)) EXPECT_FALSE(sentence.cut.has_value()) << slice(text, sentence.range);
}

TEST(Segment, LeavesNoiseOut) {
  const std::string text = "首页 > 港航 > 正文\n\n" + kLead + "版权所有 粤ICP备00000000号\n";
  EXPECT_THAT(sentences(text), testing::Each(testing::Not(testing::HasSubstr("ICP"))));
  EXPECT_EQ(sentences(text).front(), "三号码头启用");
}

const std::vector<std::string> kPieces{
    "船", "港口", "建设", "a",      "The ",  "Mr. ", "3.5",  "41", "%",  "。",  "！",       "？",
    "?",  "!",    ".",    "……",     "...",   "，",   ",",    ";",  "：", "“",   "”",        "「",
    "」", "『",   "』",   "\"",     "'",     "（",   "）",   "(",  ")",  "《",  "》",       " ",
    "　", "\n",   "\n\n", "業(yè)", "?jié)", "1.",   "一是", "说", "的", "[1]", "www.a.cn", "\xE2\x80\x8B",
    "공", "です", "।"};

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t n = random() % 60; n > 0; --n) text += kPieces[random() % kPieces.size()];
  return text;
}

TEST(Segment, GivesEveryWordOfTheStoryToExactlyOneSentence) {
  std::mt19937 random(42);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    const Article article = extract(text);
    const NormalText normal = normalize(text);
    std::vector<bool> covered(text.size(), false);
    std::uint32_t end = 0;
    for (const Sentence& sentence : segment(text, article, normal)) {
      ASSERT_LE(end, sentence.range.begin) << text;
      ASSERT_FALSE(sentence.range.empty()) << text;
      end = sentence.range.end;
      for (std::uint32_t i = sentence.range.begin; i < end; ++i) covered[i] = true;
      std::uint32_t first = sentence.range.begin;
      std::uint32_t last = end;
      ASSERT_FALSE(is_space(next_code_point(text, first))) << text;
      ASSERT_FALSE(is_space(previous_code_point(text, last))) << text;
      ASSERT_EQ(sentence.normal, normal.to_normal(sentence.range)) << text;
      ASSERT_TRUE(!sentence.cut || sentence.range.contains(*sentence.cut)) << text;
    }
    for (const Block& block : article.blocks)
      for (std::uint32_t at = block.range.begin; at < block.range.end;) {
        const std::uint32_t begin = at;
        const bool word = is_word(next_code_point(text, at));
        ASSERT_TRUE(!word || covered[begin] == !is_noise(block.kind)) << text;
      }
  }
}

TEST(Segment, NeverCutsBetweenTwoDigitsOrLatinLetters) {
  std::mt19937 random(43);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    for (const Sentence& sentence : segmented(text)) {
      std::uint32_t last = sentence.range.end;
      std::uint32_t next = sentence.range.end;
      if (next == text.size()) continue;
      const char32_t before = previous_code_point(text, last);
      const char32_t behind = next_code_point(text, next);
      ASSERT_FALSE(is_digit(before) && is_digit(behind)) << text;
      ASSERT_FALSE(is_latin(before) && is_latin(behind)) << text;
    }
  }
}

TEST(Segment, CutsAlikeInBothScripts) {
  const std::string simplified = "他说：“码头启用了！”然后离开。记者问：“何时完工？”他没有回答……会议结束。";
  const std::string traditional = "他說：「碼頭啟用了！」然後離開。記者問：「何時完工？」他沒有回答……會議結束。";
  EXPECT_EQ(cut(simplified).size(), cut(traditional).size());
}

}  // namespace
}  // namespace yiwen
