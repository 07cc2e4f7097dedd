// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "report/writers.h"
#include "unit/report/golden.h"
#include "unit/report/markup.h"
#include "unit/report/sample_report.h"

namespace yiwen {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::size_t kLargestPage = 2'000'000;

// The page without its style, its script and their hashes, which are files of their own.
std::string body_of(std::string page) {
  const auto cut = [&](std::string_view from, std::string_view to) {
    const std::size_t begin = page.find(from) + from.size();
    page.erase(begin, page.find(to, begin) - begin);
  };
  cut("<style>", "</style>");
  cut("<script>", "</script>\n</body>");
  cut("style-src '", "'");
  cut("script-src '", "'");
  return page;
}

std::string section_of(const std::string& page, const std::string& id) {
  const std::size_t begin = page.find("<section id=\"" + id + "\"");
  return begin == std::string::npos ? "" : page.substr(begin, page.find("</section>", begin) - begin);
}

// Every string of the report that comes from outside.
template <class Visit>
void for_each_foreign_string(Report& report, const Visit& visit) {
  for (ReportDocument& document : report.documents) {
    for (std::string* text : {&document.id, &document.source, &document.siglum, &document.encoding, &document.script,
                              &document.sha256, &document.relation_why, &document.stated.title, &document.stated.outlet,
                              &document.stated.date, &document.stated.url}) {
      visit(*text);
    }
    for (NoiseMark& noise : document.noise) visit(noise.kind);
  }
  for (Finding& finding : report.findings) {
    visit(finding.id), visit(finding.key), visit(finding.kind), visit(finding.why);
    for (Reading& reading : finding.readings) visit(reading.text);
  }
  for (Diagnostic& diagnostic : report.diagnostics) visit(diagnostic.what.file), visit(diagnostic.what.reason);
  for (auto& [name, value] : report.options) visit(name), visit(value);
  for (std::string& limit : report.limits_hit) visit(limit);
  visit(report.version), visit(report.base_reason), visit(report.base_why);
}

TEST(Html, IsTheGoldenPage) { expect_golden("sample.html", body_of(to_html(sample_report()))); }

TEST(Html, IsSoundMarkupInEveryLanguage) {
  for (const Language language : {Language::automatic, Language::zh_hans, Language::zh_hant, Language::en}) {
    EXPECT_THAT(read_markup(to_html(sample_report(), {language})).faults, IsEmpty());
  }
  EXPECT_THAT(read_markup(to_html(Report{})).faults, IsEmpty());
}

TEST(Html, HasEachIdOnceAndNoLinkThatLeadsNowhere) {
  for (const Report& report : {sample_report(), large_report({.code_points = 300'000, .differ_every = 1}), Report{}}) {
    const Markup page = read_markup(to_html(report));
    const std::set<std::string> ids(page.ids.begin(), page.ids.end());
    EXPECT_EQ(ids.size(), page.ids.size());
    for (const std::string& link : page.links) {
      ASSERT_TRUE(link.starts_with("#")) << link;
      EXPECT_TRUE(ids.contains(link.substr(1))) << link;
    }
  }
}

TEST(Html, GivesEveryFindingACardThatCanBeLinkedTo) {
  const Report report = sample_report();
  const Markup page = read_markup(to_html(report));
  for (const Finding& finding : report.findings) {
    const bool has_card = std::count(page.ids.begin(), page.ids.end(), "v-" + finding.key) == 1;
    EXPECT_EQ(has_card, finding.severity != Severity::folded) << finding.id;
  }
}

TEST(Html, SaysTheVerdictAndTheGravestPlacesBeforeAnythingElse) {
  const std::string text = read_markup(to_html(sample_report())).text;
  const std::size_t verdict = text.find("有 5 处严重差异");
  const std::size_t gravest = text.find("法制化");
  ASSERT_NE(verdict, std::string::npos);
  EXPECT_LT(verdict, gravest);
  EXPECT_LT(gravest, text.find("harbour_news"));
}

TEST(Html, LetsNoTextBecomeMarkup) {
  const std::string hostile[] = {"</script><img src=x onerror=alert(1)>",
                                 "\"><script>alert(1)</script>",
                                 "' onmouseover='alert(1)",
                                 "<!--",
                                 "]]>",
                                 "</style><svg onload=alert(1)>",
                                 "&lt;b&gt;",
                                 "javascript:alert(1)",
                                 std::string("\0<b>", 4),
                                 "\xFF\xC0<\xAF>"};
  for (const std::string& attack : hostile) {
    Report report = sample_report();
    for_each_foreign_string(report, [&](std::string& text) { text += attack; });
    for (ReportDocument& document : report.documents) {
      for (std::size_t at = 0; (at = document.text.find('\n', at)) != std::string::npos; at += attack.size() + 1) {
        document.text.insert(at, attack);
      }
    }
    const Markup page = read_markup(to_html(report));
    EXPECT_THAT(page.faults, IsEmpty()) << attack;
    for (const std::string& link : page.links) EXPECT_TRUE(link.starts_with("#")) << link;
  }
}

TEST(Html, ShowsTheTextItselfWhereItLooksLikeMarkup) {
  Report report = sample_report();
  report.findings[2].readings[1].text = "<b>\"法制\"</b> & 'x'";
  EXPECT_THAT(read_markup(to_html(report)).text, HasSubstr("<b>\"法制\"</b> & 'x'"));
}

TEST(Html, LinksAddressesOfTheWebOnly) {
  Report report = sample_report();
  report.documents[1].stated.url = "https://example.org/a?b=1&c='2'";
  const std::string page = to_html(report);
  EXPECT_THAT(page, HasSubstr("href=\"https://example.org/a?b=1&amp;c=&#39;2&#39;\""));
  EXPECT_THAT(page, Not(HasSubstr("href=\"javascript")));
}

TEST(Html, ShowsWhatCannotBeSeen) {
  const std::string bare[] = {"\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x80\x8B", "\xEF\xBB\xBF",
                              "\xC2\xAD",     "\x1B",         "\x07"};
  for (const std::string& hidden : bare) {
    Report report = sample_report();
    for_each_foreign_string(report, [&](std::string& text) { text += hidden; });
    const std::string body = body_of(to_html(report));
    EXPECT_THAT(body, Not(HasSubstr(hidden)));
    EXPECT_THAT(body, HasSubstr("〘U+"));
  }
}

TEST(Html, AllowsItselfNothingButItsOwnStyleAndScript) {
  const std::string page = to_html(sample_report());
  EXPECT_THAT(page, HasSubstr("default-src 'none'; style-src 'sha256-"));
  EXPECT_THAT(page, HasSubstr("script-src 'sha256-"));
  EXPECT_THAT(page, Not(HasSubstr("unsafe")));
  // The policy is refused by browsers unless it comes before what it rules.
  EXPECT_LT(page.find("Content-Security-Policy"), page.find("<style>"));
  EXPECT_THAT(page, Not(HasSubstr("src=")));
}

TEST(Html, ListsApartWhatIsAcceptedOrIgnoredAndCountsItNoMore) {
  Report report = sample_report();
  const auto accepted = std::find_if(report.findings.begin(), report.findings.end(),
                                     [](const Finding& finding) { return finding.kind == "policy-term"; });
  ASSERT_NE(accepted, report.findings.end());
  accepted->ruling = Ruling::accepted;
  report.decisions.push_back({.key = accepted->key, .like = "", .ruling = Ruling::accepted, .findings = 1});
  const std::string page = to_html(report);
  EXPECT_THAT(read_markup(page).faults, IsEmpty());
  EXPECT_THAT(page, HasSubstr("有 4 处严重差异"));
  EXPECT_THAT(page, HasSubstr("另有 1 处已接受或忽略"));
  const std::string link = "#v-" + accepted->key;
  EXPECT_THAT(section_of(page, "synopsis"), Not(HasSubstr(link)));
  EXPECT_THAT(section_of(page, "strip"), Not(HasSubstr(accepted->key)));
  EXPECT_THAT(section_of(page, "apparatus"), Not(HasSubstr(link)));
  const std::string findings = section_of(page, "findings");
  EXPECT_GT(findings.find("id=\"v-" + accepted->key), findings.find("id=\"settled\""));
  EXPECT_THAT(section_of(page, "settings"), HasSubstr("data-key=\"" + accepted->key));
}

TEST(Html, MarksAConfirmedErrorAndCountsIt) {
  Report report = sample_report();
  report.findings[0].ruling = Ruling::error;
  const std::string page = to_html(report);
  EXPECT_THAT(page, HasSubstr("有 5 处严重差异"));
  EXPECT_THAT(page, HasSubstr("已确认差错"));
}

TEST(Html, StandsOnlyAlikeWhereNothingButSettledPlacesDiffer) {
  Report report = sample_report();
  for (Finding& finding : report.findings) {
    if (finding.type == FindingType::drift) finding.ruling = Ruling::ignored;
  }
  const std::string synopsis = section_of(to_html(report), "synopsis");
  EXPECT_THAT(synopsis, HasSubstr(">≈<"));
}

TEST(Html, PrintsAnUnchangedSentenceOnceInTheSynopsis) {
  const std::string synopsis = section_of(to_html(sample_report()), "synopsis");
  EXPECT_THAT(synopsis, HasSubstr("“读书的人多了，这座城市就安静了。”苏文说。"));
  EXPECT_THAT(synopsis, Not(HasSubstr("蘇文說。")));
  EXPECT_THAT(synopsis, HasSubstr(">＝</td>"));
}

TEST(Html, DoesNotCallAlikeWhatTheBaseTextPrintsTwice) {
  ReportBuilder b;
  const auto A = b.add_document("a", "Hans", "图书馆开放了。\n图书馆开放了。\n");
  const auto B = b.add_document("b", "Hans", "图书馆开放了。\n");
  b.report.base = A;
  b.add_cluster({{b.find(A, "图书馆开放了。"), MemberRelation::identical},
                 {b.find(A, "图书馆开放了。", 2), MemberRelation::identical},
                 {b.find(B, "图书馆开放了。"), MemberRelation::identical}});
  EXPECT_THAT(section_of(to_html(b.report), "synopsis"), Not(HasSubstr(">＝</td>")));
}

TEST(Html, FoldsRunsOfRowsThatAreAllAlikeButKeepsTheirText) {
  const std::string page = to_html(large_report({.code_points = 3'000}));
  EXPECT_THAT(page, HasSubstr("6 句全同"));
  EXPECT_THAT(section_of(page, "synopsis"), HasSubstr("第00003段"));
}

TEST(Html, StaysBelowTwoMegabytesAndSaysWhatItLeavesOut) {
  const std::string quiet = to_html(large_report({}));
  EXPECT_LT(quiet.size(), kLargestPage);
  EXPECT_THAT(quiet, Not(HasSubstr("class=\"left-out\"")));
  const std::string loud = to_html(large_report({.code_points = 300'000, .differ_every = 1}));
  EXPECT_LT(loud.size(), kLargestPage);
  EXPECT_THAT(loud, HasSubstr("class=\"left-out\""));
  EXPECT_THAT(loud, HasSubstr("report.json"));
  EXPECT_THAT(read_markup(loud).faults, IsEmpty());
}

TEST(Html, PutsThoseThatReadAlikeTogetherWhereThereAreManyTexts) {
  // The second text of the sample once more, under many names.
  Report report = sample_report();
  for (int copy = 0; copy < 500; ++copy) {
    const auto document = static_cast<std::uint32_t>(report.documents.size());
    report.documents.push_back(report.documents[1]);
    report.documents.back().id += std::to_string(copy);
    report.documents.back().siglum = "W" + std::to_string(copy);
    const auto doubled = [&](std::vector<Place>& places) {
      for (std::size_t i = places.size(); i-- > 0;) {
        if (places[i].document == 1) places.push_back({document, places[i].range});
      }
    };
    for (ReportCluster& cluster : report.clusters) {
      for (std::size_t i = cluster.members.size(); i-- > 0;) {
        if (cluster.members[i].place.document != 1) continue;
        cluster.members.push_back(cluster.members[i]);
        cluster.members.back().place.document = document;
      }
    }
    for (Finding& finding : report.findings) {
      for (Reading& reading : finding.readings) doubled(reading.members);
    }
  }
  const std::string page = to_html(report);
  EXPECT_LT(page.size(), kLargestPage);
  EXPECT_THAT(read_markup(page).faults, IsEmpty());
  EXPECT_THAT(page, HasSubstr("by-reading"));
  // The wording that they share is printed once for all the copies, with how many have it, and once for the second text
  // itself, which has findings of its own in that sentence.
  const std::string synopsis = section_of(page, "synopsis");
  const std::string words = "法制化</a>管理";
  std::size_t printed = 0;
  for (std::size_t at = 0; (at = synopsis.find(words, at)) != std::string::npos; ++at) ++printed;
  EXPECT_GE(printed, 1U);
  EXPECT_LE(printed, 2U);
  EXPECT_THAT(synopsis, testing::AnyOf(HasSubstr("500 篇文本"), HasSubstr("501 篇文本")));
}

TEST(Html, DrawsAMoveAsAnArcAndTheGraveStructuralPlacesOnAMap) {
  Report report = sample_report();
  Finding& moved = report.findings.emplace_back(report.findings.front());
  moved = Finding{};
  moved.id = "f99", moved.key = "00000000000000aa", moved.type = FindingType::move, moved.severity = Severity::major;
  moved.place = report.clusters.back().members.back().place;
  moved.other = Place{report.base, {0, 10}};
  const std::string page = to_html(report);
  EXPECT_THAT(section_of(page, "strip"), HasSubstr("<path class=\"move\""));
  EXPECT_THAT(section_of(page, "findings"), HasSubstr("class=\"map\""));
  EXPECT_THAT(read_markup(page).faults, IsEmpty());
}

TEST(Html, SpeaksTheLanguageOfTheBaseUnlessToldOtherwise) {
  Report report = sample_report();
  EXPECT_THAT(to_html(report), HasSubstr("<html lang=\"zh-Hans\">"));
  EXPECT_THAT(to_html(report, {Language::en}), HasSubstr("5 critical differences"));
  report.documents[report.base].script = "Hant";
  EXPECT_THAT(to_html(report), HasSubstr("有 5 處嚴重差異"));
  report.documents[report.base].script = "none";
  EXPECT_THAT(to_html(report), HasSubstr("<html lang=\"en\">"));
}

TEST(Html, NamesTheLanguageOfEveryTextItQuotes) {
  const std::string findings = section_of(to_html(sample_report()), "findings");
  EXPECT_THAT(findings, HasSubstr("<mark class=\"w m0\" lang=\"zh-Hans\">法治化</mark>"));
  EXPECT_THAT(findings, HasSubstr("<mark class=\"w m1\" lang=\"zh-Hant\">法制化</mark>"));
}

TEST(Html, WritesTheApparatusInItsSigns) {
  const std::string signs = read_markup(section_of(to_html(sample_report()), "apparatus") + "</section>").text;
  std::string joined = signs;
  std::erase(joined, '\n');
  EXPECT_THAT(joined, HasSubstr("〔5〕法治化=法制化【B】"));
  EXPECT_THAT(joined, HasSubstr("不-【B】"));
  EXPECT_THAT(joined, HasSubstr("其中社会捐赠六※【C】"));
}

TEST(Html, HidesNothingWithoutItsScript) {
  // Only what the script itself serves is hidden until it runs.
  const std::string body = body_of(to_html(sample_report()));
  for (std::size_t at = 0; (at = body.find(" hidden", at)) != std::string::npos; ++at) {
    const std::size_t tag = body.rfind('<', at);
    EXPECT_THAT(body.substr(tag, at - tag), HasSubstr("class=\"js"));
  }
}

}  // namespace
}  // namespace yiwen
