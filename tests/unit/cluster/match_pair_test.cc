// SPDX-License-Identifier: Apache-2.0
//
// Which sentences are linked, and which must not be.
#include "cluster/match_pair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cluster/match_within.h"
#include "unit/cluster/printed_texts.h"

namespace yiwen {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;

// The pairs of sentences (reference, other) that are linked.
class Matched {
 public:
  Matched(const std::string& left, const std::string& right) : texts({left, right}) {
    const Rarity rarity(texts.witnesses);
    const Reference reference(texts.witnesses[0], rarity), other(texts.witnesses[1], rarity);
    match = match_pair(reference, other, Claims(texts.witnesses[1]));
  }

  [[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs() const {
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& link : match.links) out.emplace_back(texts.sentence(0, link.left), texts.sentence(1, link.right));
    return out;
  }

  PrintedTexts texts;
  PairMatch match;
};

TEST(MatchPair, LinksEverySentenceOfATextToItself) {
  const Matched matched(page(story()), page(story()));
  ASSERT_EQ(matched.match.links.size(), story().size());
  for (const auto& link : matched.match.links) {
    EXPECT_EQ(link.left, link.right);
    EXPECT_TRUE(link.link.equal);
  }
  EXPECT_GT(matched.match.cover_right, 0.99F);
}

TEST(MatchPair, LinksAShortSentenceOfWhichOneWordIsAnother) {
  const auto with = [](const std::string& sentence) {
    return page({story()[0], story()[1] + sentence + story()[2], story()[3]});
  };
  EXPECT_THAT(Matched(with("他即将赴任。"), with("他已经赴任。")).pairs(), Contains(Pair("他即将赴任。", "他已经赴任。")));
  EXPECT_THAT(Matched(with("比分3比1。"), with("比分1比3。")).pairs(), Contains(Pair("比分3比1。", "比分1比3。")));
  EXPECT_THAT(Matched(with("他同意了。"), with("他拒绝了。")).pairs(), Contains(Pair("他同意了。", "他拒绝了。")));
  EXPECT_THAT(Matched(with("他即将赴任。"), with("海风很大。")).pairs(), Not(Contains(Pair("他即将赴任。", "海风很大。"))));
  EXPECT_THAT(Matched(with("他即将赴任。"), with("他十分高兴。")).pairs(),
              Not(Contains(Pair("他即将赴任。", "他十分高兴。"))));
}

TEST(MatchPair, LinksABriefThatWasEditedInEverySentence) {
  EXPECT_EQ(Matched("市图书馆昨日重新开放，首日接待读者三千人。\n馆长周明远表示，今后不得以任何理由拒绝读者入馆。",
                    "市图书馆今天重新开放，首日接待读者五千人。\n馆长周明远说，今后可以任何理由拒绝读者入馆。")
                .match.links.size(),
            2U);
  EXPECT_EQ(
      Matched("The work will cost $2.4 million and take eighteen months. \"We did not rush this decision,\" said Mayor "
              "Ellen Brandt. \"Nobody may paint over a listed monument without consent.\"",
              "The work will cost $2.4m and take 18 months. \"We rushed this decision,\" said Mayor Ellen Brandt. "
              "\"Anybody may paint over a listed monument without consent.\"")
          .match.links.size(),
      3U);
}

TEST(MatchPair, LinksABriefOfWhichOneSentenceBecameTwo) {
  EXPECT_EQ(Matched("澜湾社九月五日电／据海滨日报报道，记者从澜湾港务局了解到，三号码头的吊机疑似被雷击中，正在清查损失"
                    "和评估风险。"
                    "为确保过往船只安全和工程顺利完成，经会商决定，原定周五举行的开港仪式将推迟进行。",
                    "澜湾港务局发布消息，三号码头的吊机疑似遭到雷击。目前正在清查损失并评估风险。"
                    "为确保过往船只的安全及工程的顺利完成，原拟周五举行的开港仪式将推迟进行。")
                .match.links.size(),
            3U);
}

TEST(MatchPair, LinksNothingOfTwoBriefsOnOneSubject) {
  EXPECT_THAT(
      Matched("市图书馆昨日重新开放，首日接待读者三千人。\n馆长周明远表示，今后不得以任何理由拒绝读者入馆。",
              "市图书馆新馆设计方案昨日公布，预计投资三亿元。\n馆长周明远表示，新馆将于后年动工，欢迎市民提出意见。")
          .match.links,
      IsEmpty());
}

TEST(MatchPair, LinksAcrossScripts) {
  const Matched matched("臨海港新碼頭昨天上午正式開港，首艘集裝箱貨輪「遠帆號」緩緩靠泊三號泊位。\n\n" + story()[1],
                        story()[0] + "\n\n" + story()[1]);
  EXPECT_EQ(matched.match.links.size(), 2u);
}

TEST(MatchPair, GivesTextsOnOtherSubjectsNoLinks) {
  EXPECT_THAT(Matched(page(story()), page(other_story())).pairs(), IsEmpty());
}

// Formulae of one trade in unlike places: many shared phrases, no shared sentence.
TEST(MatchPair, GivesUnrelatedTextsThatShareSetPhrasesNoLinks) {
  const std::string left = page({"港务局坚持以习惯为师、稳中求进工作总基调，把码头安全放在第一位。",
                                 "大家要深刻认识航运形势的复杂变化，进一步增强做好工作的责任感。",
                                 "会议强调，要完整、准确、全面贯彻新发展理念，着力提升泊位利用率。",
                                 "各泊位班组要扎实推进，确保各项任务落到实处。"});
  const std::string right = page({"果园合作社坚持稳中求进工作总基调，今年嫁接了两千棵梨树。",
                                  "我们要完整、准确、全面贯彻新发展理念，让山里的果子走得更远。",
                                  "农技员进一步增强做好工作的信心，夜里也在棚里量温度。",
                                  "今年冬天要扎实推进修枝，确保各项任务落到实处，来年才有好收成。"});
  const Matched matched(left, right);
  EXPECT_THAT(matched.pairs(), IsEmpty());
  EXPECT_GT(matched.match.shared_phrases, 0.0F) << "but it is seen that they share some";
}

TEST(MatchPair, LinksAShortAnswerToTheOneAmongTheSameSentences) {
  const std::string answer = "答：有。";
  const auto& s = story();
  const Matched matched(page({s[0], s[1], answer, s[2], s[3], answer + s[4], s[5]}),
                        page({s[0], s[3], answer + s[4], s[5]}));
  for (const auto& link : matched.match.links)
    if (matched.texts.sentence(1, link.right) == answer) EXPECT_EQ(link.left, 5U);
}

TEST(MatchPair, LinksAnEnumeratorByTheSentencesAroundIt) {
  const Matched matched(page({story()[0], "第三是要抓企业。", story()[2]}),
                        page({story()[0], "三要抓企业。", story()[2]}));
  EXPECT_THAT(matched.pairs(), Contains(Pair("第三是要抓企业。", "三要抓企业。")));
}

TEST(MatchPair, DoesNotLinkAnEnumeratorAmongForeignSentences) {
  const Matched matched(page({story()[0], "第三是要抓企业。", story()[2]}),
                        page({story()[0], story()[2], other_story()[0], other_story()[1], other_story()[2],
                              other_story()[3], "三要抓企业。", other_story()[4]}));
  EXPECT_THAT(matched.pairs(), Not(Contains(Pair("第三是要抓企业。", "三要抓企业。"))));
}

TEST(MatchPair, DoesNotLinkAnEnumeratorWithoutItsPointToAnotherPoint) {
  const std::vector<std::string> points = {"三要育主体。", "三是自动化绝不替代老船员，凡事要把人放在前面。"};
  const Matched matched(page({story()[0], points[0], story()[1], story()[2], points[1], story()[3]}),
                        page({story()[0], "三是育主体。", story()[1], story()[2], story()[3]}));
  EXPECT_THAT(matched.pairs(), Contains(Pair("三要育主体。", "三是育主体。")));
  EXPECT_THAT(matched.pairs(), Not(Contains(Pair(points[1], "三是育主体。"))));
}

TEST(MatchPair, LinksAMergedSentenceToEachOfItsParts) {
  const std::string merged =
      "码头全部采用电动岸桥和无人驾驶集卡，装卸效率比老港区提高四成以上，铁路专用线预计明年秋天铺到堆场，届时内陆的茶叶"
      "和瓷器两天就能装船。";
  const Matched matched(page({story()[0], story()[2], story()[5], story()[6]}), page({story()[0], merged, story()[6]}));
  EXPECT_THAT(matched.pairs(), Contains(Pair(story()[2], merged)));
  EXPECT_THAT(matched.pairs(), Contains(Pair(story()[5], merged)));
  // Each to words of its own.
  std::vector<UnitRange> parts;
  for (const auto& link : matched.match.links) {
    if (link.right == 1) parts.push_back(link.link.right);
  }
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_FALSE(parts[0].overlaps(parts[1]));
}

TEST(MatchPair, LinksBothHalvesOfASplitSentence) {
  const std::string whole =
      "港务局局长林默在仪式上介绍，新码头总投资86亿元，年吞吐能力达到320万标准箱，码头全部采用电动岸桥和无人驾驶集卡。";
  const Matched matched(page({story()[0], whole, story()[6]}),
                        page({story()[0], "港务局局长林默在仪式上介绍，新码头总投资86亿元。",
                              "年吞吐能力达到320万标准箱，码头全部采用电动岸桥和无人驾驶集卡。", story()[6]}));
  EXPECT_THAT(matched.pairs(), Contains(Pair(whole, "港务局局长林默在仪式上介绍，新码头总投资86亿元。")));
  EXPECT_THAT(matched.pairs(),
              Contains(Pair(whole, "年吞吐能力达到320万标准箱，码头全部采用电动岸桥和无人驾驶集卡。")));
}

TEST(MatchPair, DoesNotLinkAWordThatIsClaimed) {
  PrintedTexts texts({page(story()), page(story())});
  const Rarity rarity(texts.witnesses);
  const Reference reference(texts.witnesses[0], rarity), other(texts.witnesses[1], rarity);
  Claims claims(texts.witnesses[1]);
  claims.add(2, {0, texts.witnesses[1].units[2].size()});
  const auto match = match_pair(reference, other, claims);
  EXPECT_EQ(match.links.size(), story().size() - 1);
  for (const auto& link : match.links) EXPECT_NE(link.right, 2u);
}

TEST(MatchPair, ClaimsNoWordTwice) {
  const Matched matched(page(story()), page({story()[0], story()[1], story()[1], story()[3], story()[2], story()[3]}));
  const auto& links = matched.match.links;
  for (std::size_t a = 0; a < links.size(); ++a) {
    for (std::size_t b = a + 1; b < links.size(); ++b) {
      if (links[a].right != links[b].right) continue;
      const auto shared = intersection(links[a].link.right, links[b].link.right).size();
      EXPECT_LE(shared, std::min(links[a].link.right.size(), links[b].link.right.size()) / 2);
    }
  }
}

TEST(MatchPair, LinksTheSameShortHeadingInTheSamePlace) {
  std::string text;
  for (std::size_t k = 0; k < story().size(); ++k)
    text += "## 第" + std::string(k % 2 == 0 ? "三" : "四") + "条\n\n" + story()[k] + "\n\n";
  const Matched matched(text, text);
  EXPECT_THAT(matched.pairs(), Contains(Pair("第三条", "第三条")));
}

TEST(MatchPair, DoesNotLinkALabel) {
  // Who speaks is named in many places: such a line belongs to none of them.
  const std::string text = page({"林默：", story()[1], "苏远：", story()[3], "林默：", story()[2]});
  const Matched matched(text, text);
  for (const auto& link : matched.match.links) {
    EXPECT_FALSE(matched.texts.witnesses[1].sentences[link.right].label) << matched.texts.sentence(1, link.right);
  }
  EXPECT_THAT(matched.pairs(), Contains(Pair(story()[3], story()[3])));
}

std::vector<std::pair<std::string, std::string>> within(const std::string& text) {
  const PrintedTexts texts({text});
  const Rarity rarity(texts.witnesses);
  const Reference reference(texts.witnesses[0], rarity);
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& link : match_within(reference, Claims(texts.witnesses[0]))) {
    out.emplace_back(texts.sentence(0, link.left), texts.sentence(0, link.right));
  }
  return out;
}

TEST(MatchWithin, LinksASecondCopyToTheFirst) {
  EXPECT_THAT(within(page({story()[0], story()[1], story()[2], story()[1]})),
              ElementsAre(Pair(story()[1], story()[1])));
}

TEST(MatchWithin, TakesTwoShortAnswersForNoCopies) {
  EXPECT_THAT(within(page({story()[0], "答：有。", story()[1], "答：有。"})), IsEmpty());
}

TEST(MatchWithin, LinksAHeadingToTheSentenceThatItCondenses) {
  const std::string heading = "## 年吞吐能力达到320万标准箱";
  const auto links = within("# 临海港新码头开港\n\n" + story()[0] + "\n\n" + heading + "\n\n" + story()[1] + "\n\n" +
                            story()[2] + "\n");
  EXPECT_THAT(links, Contains(Pair(story()[1], "年吞吐能力达到320万标准箱")));
}

TEST(MatchWithin, TwoHeadingsOverASentenceAreOneChain) {
  const std::string title = "新码头年吞吐能力达到320万标准箱";
  const auto links = within("# " + title + "\n\n## " + title + "\n\n" + story()[1] + "\n\n" + story()[2] + "\n");
  EXPECT_THAT(links, ::testing::UnorderedElementsAre(Pair(title, title), Pair(story()[1], title)));
}

TEST(MatchWithin, DoesNotTakeParallelClausesForCopies) {
  EXPECT_THAT(within(page({"推动港口向智能化发展，这是第一条要求。", "推动渔业向智能化发展，这是第二条要求。",
                           "推动铁路向智能化发展，这是第三条要求。"})),
              IsEmpty());
}

TEST(MatchWithin, FindsNothingInATextWithoutCopies) { EXPECT_THAT(within(page(story())), IsEmpty()); }

}  // namespace
}  // namespace yiwen
