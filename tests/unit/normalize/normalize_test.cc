// SPDX-License-Identifier: Apache-2.0
#include "normalize/normalize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace yiwen {
namespace {

std::string folded(std::string_view text, Layer upto = Layer::region) { return to_utf8(normalize(text, upto).chars); }

// The original words that the n-th normal character stands for.
std::string origin(std::string_view text, std::uint32_t n) {
  const auto range = normalize(text).from[n];
  return std::string(text.substr(range.begin, range.size()));
}

TEST(Normalize, UnitsThatDifferInTheirCaseKeepIt) {
  EXPECT_EQ(folded("100 MB, 100Mb"), "100MB100mb");
  EXPECT_EQ(folded("5 MW 5mW"), "5mw5mW");
  EXPECT_EQ(folded("100GBP, 5 MBPS"), "100gbp5mbps");
  EXPECT_EQ(folded("MB, A MB"), "mbamb");
  EXPECT_EQ(folded(folded("100 MB per day, 7.MB")), folded("100 MB per day, 7.MB"));
}

TEST(Normalize, FoldsTraditionalAndSimplifiedToOneText) {
  EXPECT_EQ(folded("鞏固發展產業鏈條"), folded("巩固发展产业链条"));
  EXPECT_EQ(folded("著力解決台灣後面的裏程"), folded("着力解决臺湾后面的里程"));
  EXPECT_EQ(folded("內捲"), folded("内卷"));
}

TEST(Normalize, KeepsApartWhatOnlyLooksAlike) {
  EXPECT_NE(folded("法治化"), folded("法制化"));
  EXPECT_NE(folded("叠代"), folded("迭代"));
  EXPECT_NE(folded("权利"), folded("权力"));
  EXPECT_NE(folded("制定"), folded("制订"));
}

TEST(Normalize, TakesPinyinOutAndGivesItToItsCharacter) {
  const std::string text = "現代化產業(yè)體系";
  EXPECT_EQ(folded(text), "现代化产业体系");
  EXPECT_EQ(origin(text, 4), "業(yè)");
  EXPECT_THAT(normalize(text).damage, testing::ElementsAre(testing::Field(&Damage::kind, DamageKind::annotation)));
}

TEST(Normalize, TakesOutReadingsWithoutTones) {
  EXPECT_EQ(folded("海(hai)港(gang)(gang)今(jin)(jin)(jin)年战略(lve)"), "海港今年战略");
  EXPECT_EQ(folded("海港⛵(gang)有灯(de⛵ng)塔"), "海港有灯塔");
  // Another reading than the character has, and a picture that a writer put there.
  for (const std::string text : {"方案(an)是海港(hai)的", "海港⛵有灯塔", "海港 (gang)"})
    EXPECT_EQ(normalize(text).damage.size(), text.find("(an)") == std::string::npos ? 0u : 1u) << text;
}

TEST(Normalize, LeavesParenthesesThatAWriterPutThere) {
  EXPECT_EQ(folded("人工智能(AI)技术", Layer::script), "人工智能ai技术");
  EXPECT_EQ(folded("方案(a)和方案(b)"), "方案a和方案b");
  EXPECT_TRUE(normalize("法语词(café)").damage.empty());
}

TEST(Normalize, MarksMojibakeWithItsNeighbours) {
  const std::string text = "传统产业发展?jié)摿,通过";
  const auto normal = normalize(text);
  ASSERT_EQ(normal.damage.size(), 1u);
  EXPECT_EQ(normal.damage[0].kind, DamageKind::mojibake);
  EXPECT_EQ(text.substr(normal.damage[0].range.begin, normal.damage[0].range.size()), "?jié)摿");
}

TEST(Normalize, MarksWordsWhoseUtf8WasReadAsGbk) {
  for (const std::string garbled : {"鍖婚櫌", "绀句細", "宸ョ▼", "鎺у埗", "鍙戝睍缁忔祹"}) {
    const std::string text = "当天下午，" + garbled + "，记者在现场看到";
    const auto damage = normalize(text).damage;
    ASSERT_EQ(damage.size(), 1u) << garbled;
    EXPECT_EQ(damage[0].kind, DamageKind::mojibake);
    EXPECT_EQ(text.substr(damage[0].range.begin, damage[0].range.size()), garbled);
  }
}

TEST(Normalize, TakesBackWhatWasDecodedAsSomethingElse) {
  for (const auto& [garbled, meant] : {std::pair<std::string, std::string>{"两家鍖婚櫌停诊", "两家医院停诊"},
                                       {"两家åŒ»é™¢停诊", "两家医院停诊"},
                                       {"两家Ò½Ôº停诊", "两家医院停诊"},
                                       {"两家Ò½Ôº£¬停诊", "两家医院，停诊"},
                                       {"一半å…‹重", "一半克重"},
                                       {"Itâ€™s a cafÃ© for Â£1.80", "It’s a café for £1.80"}}) {
    const auto normal = normalize(garbled);
    EXPECT_EQ(to_utf8(normal.chars), folded(meant)) << garbled;
    ASSERT_FALSE(normal.damage.empty()) << garbled;
    for (const auto& damage : normal.damage) {
      EXPECT_EQ(damage.kind, DamageKind::mojibake);
      EXPECT_TRUE(damage.undone);
    }
  }
}

TEST(Normalize, MarksWhatIsLeftOfTwoCharactersThatLostAByte) {
  const auto damage = normalize("老人被叫做“灯塔太?！?，他从不答话").damage;
  ASSERT_EQ(damage.size(), 1u);
  EXPECT_EQ(damage[0].kind, DamageKind::mojibake);
  EXPECT_TRUE(normalize("他真的走了?！?没有人答话").damage.empty());
}

TEST(Normalize, GivesEachCharacterItsOwnPartOfTheMojibake) {
  EXPECT_EQ(origin("两家åŒ»é™¢停诊", 2), "åŒ»");
  EXPECT_EQ(origin("两家åŒ»é™¢停诊", 3), "é™¢");
  EXPECT_EQ(origin("两家Ò½Ôº停诊", 3), "Ôº");
  EXPECT_EQ(origin("两家鍖婚櫌停诊", 4), "停");
}

TEST(Normalize, TakesBackALongLineOfMojibakeInLinearTime) {
  std::string garbled, meant;
  for (int i = 0; i < 200000; ++i) garbled += "é™¢", meant += "院";
  EXPECT_EQ(to_utf8(normalize(garbled).chars), meant);
}

TEST(Normalize, MarksWhatWasDecodedAsSomethingElseAndLostBytes) {
  for (const std::string garbled : {"éŠæ¹¯", "锟斤拷锟斤拷", "Ò½Ôº¡", "鈥?"}) {
    const auto damage = normalize("当天下午" + garbled + "开门").damage;
    ASSERT_EQ(damage.size(), 1u) << garbled;
    EXPECT_EQ(damage[0].kind, DamageKind::mojibake);
    EXPECT_FALSE(damage[0].undone);
    EXPECT_EQ(damage[0].range.size(), garbled.size()) << garbled;
  }
}

TEST(Normalize, TakesBackWhatIsWholeBesideLostBytes) {
  // 权宜之计 without its last byte, and 关于召回 with one that was given up in the middle.
  const auto cut = normalize("鏉冨疁涔嬭");
  ASSERT_EQ(cut.damage.size(), 2u);
  EXPECT_TRUE(cut.damage[0].undone);
  EXPECT_FALSE(cut.damage[1].undone);
  EXPECT_EQ(to_utf8(cut.chars).substr(0, 6), "权宜");
  const auto lost = normalize("鍏充簬鍙\uFFFD鍥為儴鍒嗘壒娆″");
  EXPECT_EQ(to_utf8(lost.chars).substr(0, 6), "关于");
  EXPECT_NE(to_utf8(lost.chars).find("回部分批"), std::string::npos);
}

TEST(Normalize, LeavesAccentsBesideMarksAlone) {
  for (const std::string text : {"“CAFÉ”", "“il est passé…”", "Éléonore à Besançon", "« À bientôt »", "MANHÃ, MAÇÃ",
                                 "ÄÖÜß äöü", "ñandú, ¿qué?", "Ça va ?", "ÂÊÎÔÛ",
                                 "AEIOU: ÁÉÍÓÚ", "die Vokale “ÄËÏÖÜ”", "de letra “Ã”, de letra ‘Â’"}) {
    EXPECT_TRUE(normalize(text).damage.empty()) << text;
  }
}

TEST(Normalize, TellsAQuestionMarkThatStandsForACharacter) {
  const std::string page =
      "台风过境，石浦、?屿两镇停电。村民王?、何敬?等人说，任务和问题李??都答了。谁去修？真的？是。";
  const auto damage = normalize(page).damage;
  ASSERT_EQ(damage.size(), 4u);
  for (const auto& d : damage) EXPECT_EQ(d.kind, DamageKind::mojibake);
  EXPECT_EQ(page.substr(damage[3].range.begin, damage[3].range.size()), "??");
  // A page that asks with such marks may ask without a word for it; behind a comma nobody does.
  const auto asking =
      normalize("台风过境，石浦停电，水退了。谁去修?没有人回答。油价要涨?专家说不会，石浦、?屿也不会。").damage;
  EXPECT_EQ(asking.size(), 1u);
  // In brackets by itself it says that something is not sure.
  EXPECT_TRUE(normalize("台风过境，石浦（?）停电，《?》停演，水退了。").damage.empty());
  // A page that writes all its marks in half width asks with them.
  EXPECT_TRUE(normalize("台风过境,石浦停电,水退了.他来?他不来.").damage.empty());
}

TEST(Normalize, TakesOutPinyinWithoutParentheses) {
  EXPECT_EQ(folded("海底电diàn缆"), "海底电缆");
  EXPECT_EQ(folded("法院fǎyuàn判决"), "法院判决");
  EXPECT_EQ(folded("雷达da2失灵"), "雷达失灵");
  EXPECT_EQ(folded("危重wēi zhòng的病人"), "危重的病人");
  EXPECT_EQ(folded("队长覃qín国良"), "队长覃国良");  // 覃 is read tan more often
  EXPECT_EQ(folded("只 zhǐ有三家"), "只有三家");
  EXPECT_THAT(normalize("海底电diàn缆").damage,
              testing::ElementsAre(testing::Field(&Damage::kind, DamageKind::annotation)));
  for (const std::string text :
       {"“行”读作xíng", "法语词café", "电dian缆", "第一shì", "电dian42缆", "行读xíng的时候", "危重 wēi 和别的"})
    EXPECT_TRUE(normalize(text).damage.empty()) << text;
}

TEST(Normalize, ReadsGbkThatWasReadFromTheSecondByte) {
  EXPECT_EQ(folded("风浪太大!敝軒煾嫡f,明早再走"), folded("风浪太大周師傅說,明早再走"));
  EXPECT_EQ(folded("风浪太大?！贝蠹议_船"), folded("风浪太大大家開船"));
  EXPECT_EQ(folded("风浪太大?！编l親們說"), folded("风浪太大鄉親們說"));
  EXPECT_EQ(folded("风浪太大?！边@條路"), folded("风浪太大這條路"));
  EXPECT_EQ(folded("风浪太大?!边@條路"), folded("风浪太大這條路"));
  EXPECT_EQ(folded("风浪太大?！彼麄冋J(rèn)為"), folded("风浪太大他們認為"));
  EXPECT_EQ(folded("风浪太大?：⒆觽冋f"), folded("风浪太大孩子們說"));
  EXPECT_EQ(folded("风浪太大?！皟蓚€渡口都關了"), folded("风浪太大两个渡口都關了"));
  for (const std::string text : {"太好了！我的iPhone到了", "太好了!我们VIP通道见", "谁去？！你@我", "太好了！旖旎A座",
                                 "走吧！大家@老王", "太贵了！门票€20", "真的吗？！每张€15"})
    EXPECT_TRUE(normalize(text).damage.empty()) << text;
}

// The bracket of a whole annotation closes it; only one whose begin is lost stands before shifted bytes.
TEST(Normalize, ShiftsNoBytesBehindAWholeAnnotation) {
  EXPECT_EQ(folded("我們開(kāi)展和院長(zhǎng)談(tán)話(huà)"), folded("我們開展和院長談話"));
  EXPECT_EQ(folded("我們開（kāi）展和院長（zhǎng）談話"), folded("我們開展和院長談話"));
}

TEST(Normalize, TakesOutWhatIsLeftOfATag) {
  EXPECT_EQ(folded("船都回来了?！?/p>\n潮水退了。/p>"), folded("船都回来了潮水退了"));
  EXPECT_EQ(folded("船都回来了?！?/p"), folded("船都回来了"));
  EXPECT_EQ(folded("港口/pq>, 港口/p, a?/x"), "港口pq港口pax");
  EXPECT_EQ(folded("甲</p>乙"), "甲乙");
}

TEST(Normalize, LeavesRareCharactersAlone) {
  for (const std::string text : {"琥珀、玛瑙和缂丝", "淇河、洹水、浍河三条河", "郭淇峰长期任职", "孟宸多次到访", "檀香与梓木", "讀書之樂樂陶陶，濤聲依舊"}) {
    EXPECT_TRUE(normalize(text).damage.empty()) << text;
  }
}

// No clean Chinese is taken for damage: every text of the corpus that was written clean.
TEST(Normalize, FindsNoDamageInCleanTexts) {
  std::size_t texts = 0;
  for (const auto& file : std::filesystem::directory_iterator(YIWEN_SOURCE_DIR "/corpus/synthetic")) {
    if (file.path().extension() != ".txt") continue;
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_TRUE(normalize(text).damage.empty()) << file.path();
    ++texts;
  }
  EXPECT_GE(texts, 6u);
}

TEST(Normalize, LeavesAnHonestQuestionMarkAlone) {
  EXPECT_TRUE(normalize("有哪些举措?这是第一问。Really? yes").damage.empty());
}

TEST(Normalize, ReadsReferencesThatWereEscapedTwice) {
  EXPECT_EQ(folded("外卖、&amp;ldquo;快递&amp;rdquo;企业&amp;amp;nbsp;登记"), folded("外卖、“快递”企业登记"));
  EXPECT_EQ(folded("研发R&amp;D投入"), folded("研发R&D投入"));
}

TEST(Normalize, LeavesOutTagsThatAPageShows) {
  EXPECT_EQ(folded("举报经&lt;strong&gt;查证属实&lt;/strong&gt;的<br/>，给予奖励"),
            folded("举报经查证属实的，给予奖励"));
  EXPECT_EQ(folded("<span style=\"color:red\">奖励</span>"), folded("奖励"));
  EXPECT_EQ(folded("收入<支出>结余"), folded("收入支出结余"));
  EXPECT_EQ(folded("a<c>d"), folded("a<c>d"));
}

TEST(Normalize, MarksTwoQuantitiesThatRanIntoEachOther) {
  const std::string text = "分别增长9.2%9.3%，";
  const auto damage = normalize(text).damage;
  ASSERT_EQ(damage.size(), 1u);
  EXPECT_EQ(damage[0].kind, DamageKind::lost_punctuation);
  EXPECT_EQ(text.substr(damage[0].range.begin, damage[0].range.size()), "%9");
}

TEST(Normalize, KeepsWhatBelongsToANumber) {
  EXPECT_EQ(folded("达41.7万亿元，增长35％。"), "达41.7万亿元增长35%");
  EXPECT_NE(folded("41.7"), folded("417"));
  EXPECT_EQ(folded("第1. 项"), "第1项");
  EXPECT_EQ(folded("1,300家"), folded("1300家"));
}

TEST(Normalize, KeepsTheSignsFractionsAndPowersThatMakeAnotherNumber) {
  EXPECT_EQ(folded("降到-5℃"), folded("降到－5℃"));
  EXPECT_NE(folded("降到-5℃"), folded("降到5℃"));
  EXPECT_NE(folded("(-5)"), folded("(5)"));
  EXPECT_EQ(folded("歼-20起飞"), folded("歼20起飞"));
  EXPECT_EQ(folded("3-5天"), folded("3—5天"));
  EXPECT_NE(folded("≥60"), folded("≤60"));
  EXPECT_EQ(folded("≥60"), folded("≧60"));
  EXPECT_EQ(folded("二○○一年"), folded("二〇〇一年"));
  EXPECT_EQ(folded("○码头扩建"), folded("码头扩建"));
  EXPECT_NE(folded("½片"), folded("12片"));
  EXPECT_NE(folded("10⁶个"), folded("106个"));
  EXPECT_EQ(folded("5m²"), folded("5m2"));
}

TEST(Normalize, FoldsWidthCaseAndHtmlReferences) {
  EXPECT_EQ(folded("５Ｇ工廠，ＡＩ"), folded("5G工厂ai"));
  EXPECT_EQ(folded("&ldquo;组合拳&rdquo;&#19968;&#x4E8C;"), "组合拳一二");
  EXPECT_EQ(folded("AT&T公司"), "att公司");
}

TEST(Normalize, ComposesMarksAndDropsInvisibleCharacters) {
  EXPECT_EQ(folded("cafe\u0301"), folded("café"));
  EXPECT_EQ(folded("产\u200b业\ufeff体系"), "产业体系");
  EXPECT_EQ(folded("\uF9B4袖"), folded("领袖"));  // a compatibility ideograph
}

TEST(Normalize, FoldsRegionalWordsToTheMainlandWord) {
  EXPECT_EQ(folded("資訊軟體"), folded("信息软件"));
  EXPECT_EQ(folded("計程車"), folded("出租车"));
  EXPECT_NE(folded("資訊", Layer::script), folded("信息", Layer::script));
  EXPECT_EQ(folded("支援"), "支援");  // a mainland word with a meaning of its own
}

TEST(Normalize, KeepsNoRenamedWordOfWhichAPartIsLeftOut) {
  auto normal = normalize("開發新的軟\n體育新聞\n件上市");
  ASSERT_EQ(normal.renamed.size(), 1u);
  normal.leave_out({{5, 9}});
  EXPECT_EQ(to_utf8(normal.chars), "开发新的软件上市");
  EXPECT_TRUE(normal.renamed.empty());
}

TEST(Normalize, FindsWhatStandsBetweenRoundBrackets) {
  auto normal = normalize("产业(chǎnyè)部(下称(本部)说）软体（新，旧）到货()");
  const auto asides = [&] {
    std::vector<std::string> all;
    for (const auto aside : normal.asides) all.push_back(to_utf8(normal.slice(aside)));
    return all;
  };
  EXPECT_EQ(asides(), (std::vector<std::string>{"本部", "新旧"}));
  normal.leave_out(
      {{0, 2},
       {static_cast<std::uint32_t>(normal.chars.size()) - 3, static_cast<std::uint32_t>(normal.chars.size()) - 2}});
  EXPECT_EQ(asides(), (std::vector<std::string>{"本部"}));
}

TEST(Normalize, JoinsASyllableThatADroppedMarkParted) {
  const std::string parted = "\u1112\u1161\uFFFD\u11AB\u1112?\u1161";
  EXPECT_EQ(folded(parted), "한하");
  const auto normal = normalize(parted);
  ASSERT_EQ(normal.from.size(), 2u);
  EXPECT_EQ(normal.from[0], (TextRange<SourceText>{0, 12}));
  EXPECT_EQ(normal.from[1], (TextRange<SourceText>{12, 19}));
}

TEST(Normalize, NamesTheFirstLayerThatMakesTwoReadingsEqual) {
  EXPECT_EQ(first_equal_layer("产业", "产业"), Layer::raw);
  EXPECT_EQ(first_equal_layer("产业(yè)", "产业"), Layer::repair);
  EXPECT_EQ(first_equal_layer("“双向奔赴”", "双向奔赴"), Layer::punctuation);
  EXPECT_EQ(first_equal_layer("著力", "着力"), Layer::script);
  EXPECT_EQ(first_equal_layer("資訊", "信息"), Layer::region);
  EXPECT_EQ(first_equal_layer("法治", "法制"), Layer::wording);
}

// Text of all that the layers touch, in any order.
std::string generated(std::mt19937& random) {
  static const std::vector<std::string> parts = {
      "產業(yè)", "法治化", "41.7", "35%", "％", ".", "，", "５Ｇ", "&amp;", "&ldquo;", "e\u0301", "資訊", "軟體", "计", "程車",
      "\u200b", "\u3000", "ﾊﾟ", "㎡", "①", "?jié)摿", "𠮷", "(yè)", "著", "衞", "裡", "\n", "\uFFFD", "ﬁ", "İ", "ß", "9.2%9.3%",
      "가", "\u1100\u1161", "\u1112", "\u1161", "\u11AB", "AI", " ", "業", "網", "路", "\u0301"};
  std::string text;
  for (auto n = random() % 30; n > 0; --n) text += parts[random() % parts.size()];
  return text;
}

TEST(Normalize, IsIdempotentOnGeneratedText) {
  std::mt19937 random(20260305);
  for (int round = 0; round < 3000; ++round) {
    const auto text = generated(random);
    for (const Layer layer : {Layer::punctuation, Layer::script, Layer::region}) {
      const auto once = folded(text, layer);
      ASSERT_EQ(folded(once, layer), once) << text;
    }
  }
}

TEST(Normalize, MapsMonotonelyIntoTheTextOnGeneratedText) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const auto text = generated(random);
    const auto normal = normalize(text);
    ASSERT_EQ(normal.chars.size(), normal.from.size());
    std::uint32_t end = 0;
    for (const auto from : normal.from) {
      ASSERT_LE(end, from.begin);
      ASSERT_LE(from.begin, from.end);
      ASSERT_LE(from.end, text.size());
      end = from.end;
    }
    const TextRange<Normal> whole{0, static_cast<std::uint32_t>(normal.chars.size())};
    if (!whole.empty()) {
      EXPECT_EQ(normal.to_normal(normal.to_source(whole)), whole);
    }
  }
}

}  // namespace
}  // namespace yiwen
