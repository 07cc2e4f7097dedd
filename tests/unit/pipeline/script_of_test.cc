// SPDX-License-Identifier: Apache-2.0
#include "pipeline/script_of.h"

#include <gtest/gtest.h>

namespace yiwen {
namespace {

TEST(ScriptOf, TellsTheTwoScriptsOfChinese) {
  EXPECT_STREQ(script_of("图书馆重新开放，首日接待读者三千人。"), "Hans");
  EXPECT_STREQ(script_of("圖書館重新開放，首日接待讀者三千人。"), "Hant");
  EXPECT_STREQ(script_of("图书馆重新開放，首日接待讀者三千人。"), "mixed");
  EXPECT_STREQ(script_of("春江"), "mixed");
  EXPECT_STREQ(script_of("The harbour museum"), "none");
}

TEST(ScriptOf, LetsAChineseTextQuoteATitleInKana) {
  EXPECT_STREQ(
      script_of("他翻译的小说《ノルウェイの森》去年出版，首印三万册，一个月内就卖完了，出版社已经决定加印两万册。"),
      "Hans");
}

TEST(ScriptOf, CountsJapaneseAsNeither) {
  EXPECT_STREQ(script_of("臨海市立図書館が四月十日、十年ぶりに再び開館した。初日は約三千人が訪れた。"), "none");
  EXPECT_STREQ(script_of("国会図書館の利用案内"), "mixed");  // too little kana to tell
}

}  // namespace
}  // namespace yiwen
