// SPDX-License-Identifier: Apache-2.0
#include "extract/mhtml.h"

#include <gmock/gmock.h>

#include <string>

#include "extract/read_document.h"

namespace yiwen {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kHead =
    "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
    "type=\"text/html\";\r\n\tboundary=\"--b\"\r\n\r\n";

std::string part(const std::string& head, const std::string& body) {
  return "----b\r\n" + head + "\r\n\r\n" + body + "\r\n";
}

Result<ReadDocument> read(const std::string& bytes) {
  Document document;
  document.source = "a.mht";
  document.kind = DocumentKind::mhtml;
  document.bytes = bytes;
  return read_document(document);
}

TEST(Mhtml, TakesTheFirstPageOfTheMessage) {
  const auto page =
      page_in_mhtml(kHead + part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "iVBORw0KGgo=") +
                    part("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: "
                         "https://example.org/1",
                         "<p class=3Dx>=E6=B8=AF=\r\n=E5=8F=A3</p>") +
                    part("Content-Type: text/html", "<p>an advertisement</p>") + "----b--\r\n");
  ASSERT_TRUE(page);
  EXPECT_THAT(page.value().html, HasSubstr("<p class=x>港口</p>"));
  EXPECT_EQ(page.value().url, "https://example.org/1");
}

TEST(Mhtml, TakesTheLabelOfThePartForAClaim) {
  for (const std::string charset : {"gb2312", "utf-8", "\\\"><script>"}) {
    const auto page =
        read(kHead +
             part("Content-Type: text/html; charset=\"" + charset + "\"\r\nContent-Transfer-Encoding: base64",
                  "PHA+yc2z9tbY0MK/qrfFo6zA1bTz0r21xLrDz/vPoqGjPC9wPg==") +
             "----b--\r\n");
    ASSERT_TRUE(page) << charset;
    EXPECT_EQ(page.value().decoded.encoding, "GB18030") << charset;
    EXPECT_THAT(page.value().decoded.text, Not(HasSubstr("script")));
  }
}

TEST(Mhtml, RefusesWhatHoldsNoPage) {
  for (const std::string& bytes : {std::string(), std::string("x"), kHead, kHead + part("Content-Type: image/png", "x"),
                                  std::string(5000, '\0'), std::string("MIME-Version: 1.0\r\n\r\n")}) {
    const auto page = read(bytes);
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().file, "a.mht");
    EXPECT_THAT(page.error().reason, HasSubstr("without a page"));
  }
}

TEST(Mhtml, SurvivesMessagesThatBreakOffOrNestWithoutEnd) {
  const std::string whole =
      kHead + part("Content-Type: text/html\r\nContent-Transfer-Encoding: base64", "PHA+eDwvcD4=") + "----b--\r\n";
  for (std::size_t size = 0; size < whole.size(); size += 7) (void)read(whole.substr(0, size));
  std::string deep = "MIME-Version: 1.0\r\n";
  for (int i = 0; i < 5000; ++i) {
    const std::string name = std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=b" + name + "\r\n\r\n--b" + name + "\r\n";
  }
  EXPECT_FALSE(read(deep));
}

}  // namespace
}  // namespace yiwen
