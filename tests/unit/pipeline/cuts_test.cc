// SPDX-License-Identifier: Apache-2.0
//
// What a report says of sentences that a page tore: each cut once, and nothing of what stands there called missing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "report/reasons.h"
#include "unit/pipeline/compared_texts.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

const std::string kTitle = "岛上的老盐场要重新开工了";
const std::string kLead = "县水产局昨天宣布了一个新的计划，从下个月起恢复晒盐。岛上的老人大多赞成这件事。";
const std::string kPools =
    "计划写明，第一批修好的盐池有四十二口。夜间运盐的小船可以免交过路费，由码头的值班员当场登记。";
const std::string kHistory =
    "这座盐场是九十年前建起来的，最多的时候有三百个盐工在这里干活。后来海水倒灌，人也就慢慢散了。";
const std::string kEnd =
    "协会估计，一年可以晒出八百吨粗盐。不过也有人担心，雨水多的年份会白干。水产局答复说，三年以后再来算账。";

std::string page(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const auto& paragraph : paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph;
  return text;
}
const std::string kWhole = page({kTitle, kLead, kPools, kHistory, kEnd});

std::string before(const std::string& text, const std::string& words) { return text.substr(0, text.find(words)); }
std::string from(const std::string& text, const std::string& words) { return text.substr(text.find(words)); }

struct Told {
  // Of the second text, as against the first. REQUIRES: the first is the base
  explicit Told(const std::string& second, const std::string& first = kWhole)
      : report(report_against_first({first, second})) {}
  // "kind severity: words; words in the other text", those that are folded left out.
  [[nodiscard]] std::vector<std::string> cuts() const { return of(FindingType::truncation); }
  [[nodiscard]] std::vector<std::string> of(FindingType type) const {
    std::vector<std::string> out;
    for (const auto& finding : report.findings) {
      EXPECT_TRUE(translated_reason(finding.why, Language::zh_hans)) << finding.why;
      if (finding.type != type || finding.severity == Severity::folded) continue;
      out.push_back(finding.kind + " " + to_string(finding.severity) + ": " + at(finding.place) + "; " +
                    at(finding.other));
    }
    return out;
  }
  [[nodiscard]] bool has(FindingType type) const { return !of(type).empty(); }
  [[nodiscard]] std::string at(const std::optional<Place>& place) const {
    if (!place) return "";
    const auto chars = to_utf32(report.documents[place->document].text);
    return to_utf8(std::u32string_view(chars).substr(place->range.begin, place->range.size()));
  }
  Report report;
};

TEST(Cuts, AParagraphThatBreaksOffAboveAnotherDoesNotGoOnInIt) {
  // Both are Chinese and run on without a stop between: the words alone would make one sentence of them.
  const Told told(page({kTitle, kLead, before(kPools, "值班员"), kHistory, kEnd, from(kPools, "值班员")}));
  EXPECT_THAT(told.cuts(),
              UnorderedElementsAre(StartsWith("tail-missing major: "), StartsWith("head-missing major: 值班员")));
  EXPECT_FALSE(told.has(FindingType::omission));
  EXPECT_FALSE(told.has(FindingType::drift));
  EXPECT_FALSE(told.has(FindingType::addition));
}

const std::vector<std::string> kVerse = {"我把小船系在芦苇丛里，", "让潮水慢慢把它托起；",   "远处有人点亮了灯盏，",
                                         "照着礁石上的水鸟。",     "盐工们唱着回家的歌，",   "歌声落在发白的盐池；",
                                         "一个孩子追着风奔跑，",   "把草帽丢给了晚霞。",     "我没有等来那封书信，",
                                         "只等来一场早到的雨；",   "雨水洗净了码头的石阶，", "也洗净了桨上的泥沙。"};

TEST(Cuts, ALineOfVerseEndsWhereItsAuthorEndsIt) {
  std::string apart = "《盐池边》是一位老船工写的诗，写于一九五八年秋天，发表在县里的小报上。\n", together = apart;
  for (std::size_t i = 0; i < kVerse.size(); ++i) {
    apart += kVerse[i] + "\n";
    together += kVerse[i] + (i % 2 == 1 ? "\n" : "");
  }
  EXPECT_THAT(Told(apart, together).cuts(), IsEmpty());
  EXPECT_THAT(Told(together, apart).cuts(), IsEmpty());
}

TEST(Cuts, WhatIsSaidInTheNextLineIsNotLost) {
  const std::vector<std::string> lines = {"바람이 부는 언덕에 올라 바다를 본다",
                                          "등대는 오늘도 말이 없다.",
                                          "날마다 나에게 정해진",
                                          "일을 마치고 나서야 잠든다.",
                                          "오늘 밤에도",
                                          "파도가 바위를 두드린다.",
                                          "그래도 나는 등불을 끄지 않고",
                                          "먼 데서 올 배를 기다린다"};
  const auto first = lines[0] + "\n" + lines[1] + "\n" + lines[2] + " 일을\n마치고 나서야 잠든다.\n" + lines[4] + " " +
                     lines[5] + "\n" + lines[6] + "\n" + lines[7] + "\n";
  for (const auto& told : {Told(page(lines), first), Told(first, page(lines))}) {
    EXPECT_THAT(told.cuts(), IsEmpty());
    EXPECT_FALSE(told.has(FindingType::omission));
    EXPECT_FALSE(told.has(FindingType::addition));
  }
}

TEST(Cuts, ACopyMayBeginWithWhatTheFirstQuotes) {
  const auto quoted = "我在信里念给她听：“" + kVerse[8] + kVerse[9] + "”，她听完没有说话，只是把灯芯又挑亮了一点。";
  const auto poem = page({kVerse[8] + kVerse[9], kVerse[10] + kVerse[11]});
  EXPECT_THAT(Told(page({kTitle, kLead, quoted, kHistory, poem}), page({kTitle, kLead, kHistory, poem})).cuts(),
              IsEmpty());
}

TEST(Cuts, AnArticleOfALawBeginsItsParagraph) {
  const std::string article = "船工交来的渔具不符合约定的，船主可以在七日之内退还给船工。";
  const auto cited = "新《盐场保护法》第二十四条规定：" + article;
  EXPECT_THAT(Told(page({"法律依据：《盐场保护法》", "第二十四条" + article}), cited).cuts(), IsEmpty());
}

TEST(Cuts, AnItemOfAListEndsWithItsSemicolon) {
  const auto listed = page({"下列渔具除外：", "（一）船主订购的；", "（2）新鲜易烂；",
                            "（三）船主已经下水或者拆开的大网、缆绳等大件渔具；", "（4）浮标投放。",
                            "除前款所列渔具外，渔具都可以退。"});
  const auto running =
      "下列渔具除外：（一）船主定作的；（二）容易腐烂的；（三）已经下水或者船主拆开的大网、缆绳等大件渔具；"
      "（四）交付的浮标、铁锚。除前款所列渔具外，其他渔具都可以退。";
  EXPECT_THAT(Told(listed, running).cuts(), IsEmpty());
}

TEST(Cuts, ATranslationBehindTheWordsIsNotLost) {
  const std::string heading = "一、充分认识老盐场重新开工的重要意义";
  const auto plain = page({kTitle, heading, kLead, kHistory});
  const auto both =
      page({kTitle, heading + "I.FullyunderstandingwhytheoldsaltworksareopenedagainTheCountysaidso", kLead, kHistory});
  EXPECT_THAT(Told(plain, both).cuts(), IsEmpty());
}

TEST(Cuts, AWholeParagraphThatWasMovedIsNoColumnOutOfOrder) {
  const std::string other = "码头边上的旧仓库去年改成了博物馆，里面摆着当年的水车和木耙。门票只收五块钱，学生不要钱。";
  const auto whole = page({kTitle, kLead, kPools, other, kHistory, kEnd});
  // A paragraph is torn elsewhere on the page.
  const Told told(page({kTitle, kLead, before(kPools, "值班员"), kHistory, other, kEnd, from(kPools, "值班员")}),
                  whole);
  EXPECT_THAT(told.cuts(), UnorderedElementsAre(StartsWith("tail-missing "), StartsWith("head-missing ")));
  EXPECT_TRUE(told.has(FindingType::move));
}

TEST(Cuts, AFewCharactersAreEnoughWhereTheRestStandsElsewhere) {
  const Told told(page({kTitle, kLead, before(kPools, "登记"), kHistory, kEnd, "登记。"}));
  EXPECT_THAT(told.cuts(),
              UnorderedElementsAre("head-missing major: 登记。; 夜间运盐的小船可以免交过路费，由码头的值班员当场",
                                   "tail-missing major: 的值班员当场; 登记"));
  EXPECT_FALSE(told.has(FindingType::addition));
  EXPECT_FALSE(told.has(FindingType::drift));
}

TEST(Cuts, ARestThatBeginsWithACommaIsTornAtItsClause) {
  const Told told(page({kTitle, kLead, before(kPools, "，由码头"), kHistory, kEnd, from(kPools, "，由码头")}));
  EXPECT_THAT(told.cuts(),
              UnorderedElementsAre(StartsWith("tail-missing major: "), StartsWith("head-missing major: 由码头的值班")));
}

TEST(Cuts, ASingleCharacterThatABreakLeftBehindIsAPieceOfItsSentence) {
  const Told told(page({kTitle, kLead, before(kPools, "间运盐"), kHistory, kEnd, from(kPools, "间运盐")}));
  EXPECT_THAT(told.cuts(), UnorderedElementsAre("head-missing major: 间运盐的小船; 夜",
                                                StartsWith("tail-missing major: 夜; 间运盐的小船")));
  EXPECT_FALSE(told.has(FindingType::addition));
  EXPECT_FALSE(told.has(FindingType::drift));
}

TEST(Cuts, ATextMayBreakOffInTheFirstWordsOfASentence) {
  const Told told(before(kWhole, "产局答复说"));  // …会白干。水
  EXPECT_THAT(told.cuts(), ElementsAre("tail-missing critical: 水; 产局答复说，三年以后再来算账"));
  EXPECT_FALSE(told.has(FindingType::addition));
}

TEST(Cuts, ATailIsTornHoweverLittleIsLeftOfAShortParagraph) {
  const std::string end = "据了解，这里的盐在全国排第六位。详情已经公布。";
  const auto whole = page({kTitle, kLead, kPools, kHistory, end});
  for (const std::string mark : {"", "……"}) {
    const Told told(before(whole, "国排第") + mark, whole);
    EXPECT_THAT(told.cuts(), ElementsAre(StartsWith("tail-missing "))) << mark;
    EXPECT_FALSE(told.has(FindingType::drift)) << mark;
  }
}

TEST(Cuts, AShortEnglishParagraphMayLoseItsTail) {
  const std::string
      title = "Saltworks to Reopen on the Island",
      lead = "The old saltworks will open again next month, the county said on Monday. Most islanders like the plan.",
      end = "The council will vote on the second part of the plan at its next session, on Sept. 14.";
  const auto whole =
      page({title, lead,
            "The works were built ninety years ago and once had three hundred hands. The sea took most of it.", end});
  for (const std::string words : {"n Sept. 14", "ept. 14", "Sept. 14"}) {
    EXPECT_THAT(Told(before(whole, words), whole).cuts(), ElementsAre(StartsWith("tail-missing critical: "))) << words;
  }
}

TEST(Cuts, AListThatWasMadeOfTheRestOfASentenceIsNotLost) {
  const std::string opening = "老盐场的活计分作几步，先要把海水引进池子里晒上半个月。接下来",
                    items = "耙盐、淋卤、装袋、过秤，光是耙盐就要两个人做上大半天。";
  const auto whole = page({kTitle, kLead, opening + items, kEnd});
  const Told told(page({kTitle, kLead, opening + "：", "1. 耙盐", "2. 淋卤", "3. 装袋", "4. 过秤",
                        "光是耙盐就要两个人做上大半天。", kEnd}),
                  whole);
  EXPECT_THAT(told.cuts(), IsEmpty());
  EXPECT_FALSE(told.has(FindingType::addition));
  EXPECT_FALSE(told.has(FindingType::omission));
  // Without the items, the words are gone.
  EXPECT_THAT(Told(page({kTitle, kLead, opening + "：", kEnd}), whole).cuts(),
              ElementsAre(StartsWith("tail-missing critical: ")));
}

TEST(Cuts, AParagraphThatBeginsWithACommaLostItsHead) {
  const Told told(from(kWhole, "，从下个月"));
  EXPECT_THAT(told.cuts(), ElementsAre("head-missing critical: 从下个月起恢; 县水产局昨天宣布了一个新的计划"));
  EXPECT_FALSE(told.has(FindingType::omission));
}

TEST(Cuts, ATextWithoutATitleThatBeginsInASentenceLostItsHead) {
  EXPECT_THAT(Told(from(kWhole, "从下个月")).cuts(),
              ElementsAre("head-missing major: 从下个月起恢; 县水产局昨天宣布了一个新的计划"));
  EXPECT_THAT(Told(from(kWhole, "布了一个新")).cuts(), ElementsAre(StartsWith("head-missing critical: 布了一个新的")));
  // With a title of its own, an editor let the story begin there.
  EXPECT_THAT(Told(page({kTitle, from(kWhole, "从下个月")})).cuts(), IsEmpty());
}

TEST(Cuts, ATextThatTrailsOffLostItsLastCharacter) {
  const auto whole = page({kTitle, kPools, kEnd, kLead});
  EXPECT_THAT(Told(before(whole, "件事。") + "……", whole).cuts(), ElementsAre(StartsWith("tail-missing major: ")));
}

TEST(Cuts, ATextMayBeginInsideItsChineseDateline) {
  const std::string story = kLead.substr(kLead.find("县水产局"));
  const auto whole = page({kTitle, "海岛日报石浦5月6日电（记者 林默）" + story, kPools, kHistory, kEnd});
  EXPECT_THAT(Told(from(whole, "浦5月6日电"), whole).cuts(), ElementsAre(StartsWith("head-missing critical: ")));
  EXPECT_THAT(Told(page({story, kPools, kHistory, kEnd}), whole).cuts(), IsEmpty());
}

TEST(Cuts, ATextMayBeginInsideItsDateline) {
  const std::string
      title = "Saltworks to Reopen",
      story =
          "The old saltworks will open again next month, the county said on Monday. Most islanders like the plan.\n\n"
          "The works were built ninety years ago and once had three hundred hands. The sea took most of it.";
  const auto whole = title + "\n\nPORT KESTREL, Sept. 3 — " + story;
  EXPECT_THAT(Told("TREL, Sept. 3 — " + story, whole).cuts(), ElementsAre(StartsWith("head-missing critical: TREL")));
  EXPECT_THAT(Told("KESTREL, Sept. 3 — " + story, whole).cuts(),
              ElementsAre(StartsWith("head-missing critical: KESTRE")));
  EXPECT_THAT(Told(story, whole).cuts(), IsEmpty());  // each paper sets a dateline of its own
}

// The other text has its dateline where this one begins, whatever sets it off.
TEST(Cuts, ATextWithoutADatelineBeginsWithItsFirstSentence) {
  const std::string
      story =
          "The old saltworks will open again next month, the county said on Monday. Most islanders like the plan.\n\n"
          "The works were built ninety years ago and once had three hundred hands. The sea took most of it.",
      title = "Saltworks to Reopen\n\n";
  for (const std::string head : {"PORT KESTREL, Orland — ", "Port Kestrel, Sept 3 (UPR) ", "PORT KESTREL (UPR) -- "}) {
    EXPECT_THAT(Told(title + story, title + head + story).cuts(), IsEmpty()) << head;
    // The city on a line of its own is no torn begin either.
    EXPECT_THAT(Told(title + "PORT KESTREL, Orland\n\n" + story, title + head + story).cuts(), IsEmpty()) << head;
  }
  const std::string korean =
      "어제 섬의 낡은 등대가 다시 불을 밝혔다고 항만청이 밝혔다.\n\n등대는 구십 년 전에 지어졌고 두 번 태풍에 "
      "무너졌다가 "
      "같은 자리에 다시 세워졌다.\n";
  EXPECT_THAT(Told(korean, "(석포=섬통신) 김등대 기자 = " + korean).cuts(), IsEmpty());
}

TEST(Cuts, AHeadingWithoutItsBracketIsNotBrokenOff) {
  const auto whole = page({"渡船值班规则（2031年3月修订）", kLead, kPools, kHistory, kEnd});
  EXPECT_THAT(
      Told(page({"石浦渡船公司", "渡船值班规则", "（2029年5月修订）", kLead, kPools, kHistory, kEnd}), whole).cuts(),
      IsEmpty());
}

TEST(Cuts, WhoSignsAboveTheDayIsNotBrokenOff) {
  const std::string notice = "各盐场要在下月底以前把池堤的加固方案报给岛上的水务所，逾期不报的不得开晒。";
  const std::string report = "海岛盐务管理所办公室上周印发了池堤加固的通知。";
  EXPECT_THAT(Told(page({kTitle, notice, "海岛盐务管理所办公室", "2031年3月5日", kPools, kHistory, kEnd}),
                   page({kTitle, notice, report, kPools, kHistory, kEnd}))
                  .cuts(),
              IsEmpty());
}

TEST(Cuts, AStampALinkAndAnAnnouncementEndWithoutAFullStop) {
  EXPECT_THAT(
      Told(page({kTitle, kLead, "七月里的一场大雨以后灌满了水的四十二口盐池 - 海岛通讯社", kPools, kHistory, kEnd}))
          .cuts(),
      IsEmpty());
  EXPECT_THAT(Told(page({kTitle, kLead, kPools, kHistory, "协会的老会长在写给全岛盐工的信里这样写道——", kEnd})).cuts(),
              IsEmpty());
  EXPECT_THAT(Told(page({kTitle, kLead, kPools, kHistory, kEnd + "2031年3月5日4:21PM"})).cuts(), IsEmpty());
  EXPECT_THAT(Told(page({kTitle, kLead, kPools, kHistory, kEnd,
                         "海岛周末去哪里玩？本报为你备好了渡船和民宿的全部消息！► 即看"}))
                  .cuts(),
              IsEmpty());
}

TEST(Cuts, OfTwoCopiesEachMayBeTorn) {
  const Told head(page({from(kLead, "布了一个新"), kPools, kHistory, kEnd, kLead}));
  EXPECT_THAT(head.cuts(), ElementsAre(StartsWith("head-missing ")));
  const Told tail(page({kTitle, kLead, kPools, kHistory, kEnd, before(kPools, "的值班员")}));
  EXPECT_THAT(tail.cuts(), ElementsAre(StartsWith("tail-missing ")));
}

TEST(Cuts, APieceOfTheStoryAtTheHeadIsNoTitle) {
  const std::string head = "水产局昨天宣布了一个新的计划，从下";
  const Told told(page({head, kPools, kHistory, kEnd, from(kLead, "个月起")}));
  EXPECT_FALSE(told.report.documents[1].title);
  EXPECT_FALSE(told.has(FindingType::drift));
  EXPECT_THAT(told.cuts(), Contains(StartsWith("tail-missing major: ")));
  // A headline of words that the story keeps is one.
  EXPECT_TRUE(
      Told(page({"县水产局昨天宣布了一个新的计划从下个月", kLead, kPools, kHistory, kEnd})).report.documents[1].title);
}

TEST(Cuts, ASentenceThatBeginsWithTheDayOfAnotherIsNotTorn) {
  const std::string head = "渔业大会召开\n\n", tail = "，今年要修好三座码头，再添两条渡船，老船工都可以领到补贴。\n";
  const auto findings = loud_and_minor(report_against_first(
      {head + "渔业局长叶小舟3月6日在全镇渔业大会上说" + tail, head + "3月6日下午全镇渔业大会召开" + tail}));
  EXPECT_THAT(findings, Each(Not(StartsWith("truncation"))));
  EXPECT_THAT(findings, Contains("drift name major: a person on one side only: 渔业局长叶小舟"));
}

}  // namespace
}  // namespace yiwen
