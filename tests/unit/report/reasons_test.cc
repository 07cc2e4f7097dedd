// SPDX-License-Identifier: Apache-2.0
#include "report/reasons.h"

#include <gtest/gtest.h>

#include <string>

#include "unit/classify/two_readings.h"
#include "unit/classify/variants_page.h"

namespace yiwen {
namespace {

TEST(Reasons, AreSaidInTheLanguageOfThePage) {
  EXPECT_EQ(translated_reason("another value: 41.7 → 47.1", Language::zh_hans), "数值不同：41.7 → 47.1");
  EXPECT_EQ(translated_reason("carries 41 % of the base, 90 % of it word for word", Language::zh_hant),
            "載有底本的 41 %，其中 90 % 逐字相同");
  EXPECT_EQ(translated_reason("大 belongs to a term of the text, 大模型", Language::zh_hans),
            "“大”是文中术语“大模型”的一部分");
  EXPECT_EQ(translated_reason("所有 → 全体", Language::zh_hans), "所有 → 全体");
  EXPECT_EQ(translated_reason("the titles differ", Language::en), "the titles differ");
  EXPECT_EQ(translated_reason("the number is hedged in another way: 近 → 約", Language::zh_hans), "约数的说法不同：近 → 約");
  EXPECT_EQ(translated_reason("diff: some readings are so long that a smaller set of differences may exist",
                              Language::zh_hans),
            "比对：有些异文很长，或有差异更少的对法");
  EXPECT_EQ(translated_reason("candidates: at most 12 pairs of sentences were not compared, because 3 of their phrases "
                              "stand in too many sentences",
                              Language::zh_hant),
            "候選：至多 12 對句子未作比較，因為其中 3 個短語在過多的句子裡出現");
  EXPECT_EQ(
      translated_reason("candidates: by MinHash, which is expected to find 87.3 % of the pairs of similarity 0.5 and "
                        "99.8 % of the sentences of 15 characters with a word replaced; of a sample it found 97 of 99",
                        Language::zh_hans),
      "候选：以 MinHash 求得，预计找到相似度 0.5 的句对的 87.3 %、改了一个词的句子的 99.8 %（15 "
      "字的）；抽样找到 97 对，应有 99 对");
  EXPECT_EQ(translated_reason("a reason of another room", Language::zh_hans), std::nullopt);
}

TEST(Reasons, OfEveryExampleOfTheVariantsPageAreSaidInChinese) {
  int said = 0;
  for (const auto& row : rows_of_page()) {
    const TwoReadings readings(row.left, row.right);
    for (const auto& finding : readings.findings) {
      for (const Language language : {Language::zh_hans, Language::zh_hant}) {
        const auto why = translated_reason(finding.why, language);
        EXPECT_TRUE(why) << "docs/variants.md:" << row.line << ": " << finding.why;
        said += why && why != finding.why;
      }
    }
  }
  EXPECT_GT(said, 0);
}

}  // namespace
}  // namespace yiwen
