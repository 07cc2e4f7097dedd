// SPDX-License-Identifier: Apache-2.0
#include "unit/report/sample_report.h"

#include <fmt/format.h>

#include <stdexcept>

#include "base/utf8.h"

namespace yiwen {
namespace {

constexpr const char* kDaily =
    "清河县图书馆新馆开馆 三年投入四千二百万元\n"
    "来源：清河日报　2025年9月12日　记者 林晓\n"
    "清河县图书馆新馆昨天正式开馆，首日接待读者三千六百人次。\n"
    "新馆位于河东路，建筑面积一万二千平方米，藏书五十八万册。\n"
    "县长周启明在开馆仪式上表示，图书馆要坚持法治化管理，向所有居民免费开放。\n"
    "他说，不得以任何理由拒绝外来务工人员办理借阅证。\n"
    "地方文献首次集中展出\n"
    "新馆设有少儿阅览区、地方文献室和盲人阅览室。\n"
    "地方文献室收藏了明代以来的县志十七种，其中三种是孤本。\n"
    "馆长苏文表示，新馆将延长开放时间，周末开放到晚上九点。\n"
    "“读书的人多了，这座城市就安静了。”苏文说。\n"
    "据介绍，新馆建设历时三年，共投入资金四千二百万元，其中社会捐赠六百万元。\n"
    "下一步，县里将在十二个乡镇建设分馆，预计明年年底前全部建成。\n";

constexpr const char* kHarbour =
    "清河縣圖書館新館開館 三年投入四千三百萬元\n"
    "來源：海港新聞網　2025年9月13日\n"
    "清河縣圖書館新館昨天正式開館，首日接待讀者三千六百人次。\n"
    "新館位於河東路，建築面積一萬二千平方米，藏書五十八萬冊。\n"
    "縣長周啟明在開館儀式上表示，圖書館要堅持法制化管理，向所有居民免費開放。\n"
    "他說，得以任何理由拒絕外來務工人員辦理借閱證。\n"
    "新館設有少兒閱覽區、地方文獻室和盲人閱覽室。\n"
    "地方文獻室收藏了明代以來的縣志十七種，其中三種是孤本。\n"
    "館長蘇文表示，新館將延長開放時間，週末開放到晚上九時。\n"
    "「讀書的人多了，這座城市就安靜了。」蘇文說。\n"
    "據介紹，新館建設歷時三年，共投入資金四千二百萬元，其中社會捐贈六百萬元。\n"
    "下一步，縣裡將在十二個鄉鎮建設分館，預計明年年底前全部建成。\n";

constexpr const char* kPortal =
    "首页 > 新闻 > 本地 | 手机版 | 登录\n"
    "清河县图书馆新馆开馆\n"
    "清河县图书馆新馆昨天正式开馆，首日接待读者三千六百人次。\n"
    "新馆位于河东路，建筑面积一万二千平方米，藏书五十八册。\n"
    "县长周启明在开馆仪式上表示，图书馆要坚持法治化管理，向全体居民免费开放。\n"
    "他说，不得以任何理由拒绝外来务工人员办理借阅证。\n"
    "新馆设有少儿阅览区、地方文献室和盲人阅览室。\n"
    "地方文献室收藏了明代以来的县志(zhì)十七种，其中三种是孤本。\n"
    "新馆设有少儿阅览区、地方文献室和盲人阅览室。\n"
    "地方文献室收藏了明代以来的县志十七种，其中三种是孤本。\n"
    "馆长苏文表示，新馆将延长开放时间，周末开放到晚上九点。\n"
    "“读书的人多了，这座城市就安静了。”苏文说。\n"
    "据介绍，新馆建设历时三年，共投入资金四千二百万元，其中社会捐赠六\n";

constexpr const char* kDigest =
    "「讀書的人多了，這座城市就安靜了。」\n"
    "清河縣圖書館新館日前開館，首日接待讀者三千六百人次。\n"
    "新館位於河東路，建築面積一萬二千平方米，藏書五十八萬冊。\n"
    "另據了解，該館停車場可停車二百輛。\n"
    "地方文獻室收藏了明代以來的縣志十七種。\n"
    "新館建設歷時三年，共投入資金四千二百萬元。\n";

constexpr const char* kOther =
    "The harbour museum of Linport opens its doors again after a winter of repairs.\n"
    "<script>alert('not markup')</script> & \"quotes\" stay what they are.\n";

Finding drift(std::string kind, Severity severity, std::uint32_t cluster, std::vector<Reading> readings,
              std::string why) {
  Finding finding;
  finding.type = FindingType::drift;
  finding.kind = std::move(kind);
  finding.severity = severity;
  finding.cluster = cluster;
  finding.readings = std::move(readings);
  finding.why = std::move(why);
  return finding;
}

Finding structural(FindingType type, std::string kind, Severity severity, Place place, std::optional<Place> other,
                   std::string why) {
  Finding finding;
  finding.type = type;
  finding.kind = std::move(kind);
  finding.severity = severity;
  finding.place = place;
  finding.other = other;
  finding.why = std::move(why);
  return finding;
}

}  // namespace

std::uint32_t ReportBuilder::add_document(std::string id, std::string script, std::string text) {
  const auto index = static_cast<std::uint32_t>(report.documents.size());
  ReportDocument document;
  document.source = "reprints/" + id + ".txt";
  document.id = std::move(id);
  document.siglum = std::string(1, static_cast<char>('A' + index));
  document.encoding = "UTF-8";
  document.script = std::move(script);
  document.sha256 = fmt::format("{:064x}", 0x5eed0000U + index);
  std::uint32_t begin = 0, at = 0;
  for (const char32_t c : to_utf32(text)) {
    if (c == U'\n') {
      if (at > begin) document.sentences.push_back({{begin, at}, BlockKind::body, true});
      begin = at + 1;
    }
    ++at;
  }
  document.length = at;
  document.text = std::move(text);
  report.documents.push_back(std::move(document));
  return index;
}

Place ReportBuilder::find(std::uint32_t document, std::string_view quote, int occurrence) const {
  const std::string& text = report.documents[document].text;
  std::size_t at = text.find(quote);
  for (; occurrence > 1 && at != std::string::npos; --occurrence) at = text.find(quote, at + 1);
  if (at == std::string::npos) throw std::invalid_argument("no such quote: " + std::string(quote));
  const std::uint32_t begin = count_code_points(std::string_view(text).substr(0, at));
  return {document, {begin, begin + count_code_points(quote)}};
}

Place ReportBuilder::behind(std::uint32_t document, std::string_view quote, int occurrence) const {
  Place place = find(document, quote, occurrence);
  place.range.begin = place.range.end;
  return place;
}

Place ReportBuilder::inside(std::uint32_t document, std::string_view anchor, std::string_view word) const {
  const std::size_t at = anchor.find(word);
  if (at == std::string_view::npos) throw std::invalid_argument("no such word: " + std::string(word));
  const std::uint32_t begin = find(document, anchor).range.begin + count_code_points(anchor.substr(0, at));
  return {document, {begin, begin + count_code_points(word)}};
}

std::uint32_t ReportBuilder::add_cluster(std::vector<ClusterMember> members) {
  report.clusters.push_back({fmt::format("c{}", report.clusters.size() + 1), std::move(members)});
  return static_cast<std::uint32_t>(report.clusters.size() - 1);
}

Finding& ReportBuilder::add_finding(Finding finding) {
  const std::size_t number = report.findings.size() + 1;
  finding.id = fmt::format("f{}", number);
  finding.key = fmt::format("{:016x}", number * 0x9e3779b97f4a7c15U);
  return report.findings.emplace_back(std::move(finding));
}

Reading ReportBuilder::reading(std::vector<Place> places) const {
  Reading reading;
  const Place& first = places.front();
  const std::u32string text = to_utf32(report.documents[first.document].text);
  reading.text = to_utf8(std::u32string_view(text).substr(first.range.begin, first.range.size()));
  reading.members = std::move(places);
  return reading;
}

Report sample_report() {
  ReportBuilder b;
  const auto A = b.add_document("qinghe_daily", "Hans", kDaily);
  const auto B = b.add_document("harbour_news", "Hant", kHarbour);
  const auto C = b.add_document("portal_copy", "Hans", kPortal);
  const auto D = b.add_document("weekly_digest", "Hant", kDigest);
  const auto E = b.add_document("zz_<b>linport</b>", "none", kOther);
  Report& report = b.report;
  report.version = "0.1.0";
  report.options = {{"base", "auto"}, {"min_passage", "12"}};
  report.limits_hit = {"paraphrase search stopped after 20000 pairs"};
  report.base = A;
  report.base_reason = "fullest";
  report.base_why =
      "agrees with the others to 96 %, 0 % of it added, 0 % doubled, 0 % spoiled; the next, C: 95 %, 4 %, 12 %, 0 %";

  auto& documents = report.documents;
  documents[A].relation = Relation::base;
  documents[A].coverage = 1.0;
  documents[A].fitness = {.agreement = 0.96};
  documents[C].fitness = {.agreement = 0.95, .added = 0.04, .repeated = 0.12, .named_by = 1};
  documents[A].title = b.find(A, "清河县图书馆新馆开馆 三年投入四千二百万元").range;
  documents[A].outlet = b.find(A, "清河日报").range;
  documents[A].date = b.find(A, "2025年9月12日").range;
  documents[A].byline = b.find(A, "记者 林晓").range;
  documents[A].sentences[0].kind = BlockKind::title;
  documents[A].sentences[1].kind = BlockKind::byline;
  documents[A].sentences[6].kind = BlockKind::heading;
  documents[B].relation = Relation::reprint;
  documents[B].coverage = 0.9731;
  documents[B].title = b.find(B, "清河縣圖書館新館開館 三年投入四千三百萬元").range;
  documents[B].outlet = b.find(B, "海港新聞網").range;
  documents[B].date = b.find(B, "2025年9月13日").range;
  documents[B].folded = {0, 4, 131, 2};
  documents[C].relation = Relation::reprint;
  documents[C].coverage = 0.87;
  documents[C].title = b.find(C, "清河县图书馆新馆开馆").range;
  documents[C].folded = {5, 0, 0, 0};
  documents[C].noise = {{b.find(C, "首页 > 新闻 > 本地 | 手机版 | 登录").range, "navigation"},
                        {b.find(C, "(zhì)").range, "annotation"}};
  documents[D].relation = Relation::digest;
  documents[D].relation_why = "carries 41 % of the base";
  documents[D].coverage = 0.41;
  documents[D].folded = {0, 1, 48, 0};
  documents[E].relation = Relation::unrelated;
  documents[E].coverage = 0.0;
  documents[E].stated = {"Museum <i>opens</i>", "Linport \"Gazette\"", "2025-09-14", "javascript:alert(1)"};

  const auto row = [&](std::initializer_list<std::pair<Place, MemberRelation>> members) {
    std::vector<ClusterMember> list;
    for (const auto& [place, relation] : members) list.push_back({place, relation});
    return b.add_cluster(std::move(list));
  };
  using R = MemberRelation;
  const auto title = row({{b.find(A, "清河县图书馆新馆开馆 三年投入四千二百万元"), R::identical},
                          {b.find(B, "清河縣圖書館新館開館 三年投入四千三百萬元"), R::near},
                          {b.find(C, "清河县图书馆新馆开馆"), R::partial}});
  const auto opening = row({{b.find(A, "清河县图书馆新馆昨天正式开馆，首日接待读者三千六百人次。"), R::identical},
                            {b.find(B, "清河縣圖書館新館昨天正式開館，首日接待讀者三千六百人次。"), R::identical},
                            {b.find(C, "清河县图书馆新馆昨天正式开馆，首日接待读者三千六百人次。"), R::identical},
                            {b.find(D, "清河縣圖書館新館日前開館，首日接待讀者三千六百人次。"), R::near}});
  const auto size = row({{b.find(A, "新馆位于河东路，建筑面积一万二千平方米，藏书五十八万册。"), R::identical},
                         {b.find(B, "新館位於河東路，建築面積一萬二千平方米，藏書五十八萬冊。"), R::identical},
                         {b.find(C, "新馆位于河东路，建筑面积一万二千平方米，藏书五十八册。"), R::near},
                         {b.find(D, "新館位於河東路，建築面積一萬二千平方米，藏書五十八萬冊。"), R::identical}});
  const auto law =
      row({{b.find(A, "县长周启明在开馆仪式上表示，图书馆要坚持法治化管理，向所有居民免费开放。"), R::identical},
           {b.find(B, "縣長周啟明在開館儀式上表示，圖書館要堅持法制化管理，向所有居民免費開放。"), R::near},
           {b.find(C, "县长周启明在开馆仪式上表示，图书馆要坚持法治化管理，向全体居民免费开放。"), R::near}});
  const auto refuse = row({{b.find(A, "他说，不得以任何理由拒绝外来务工人员办理借阅证。"), R::identical},
                           {b.find(B, "他說，得以任何理由拒絕外來務工人員辦理借閱證。"), R::near},
                           {b.find(C, "他说，不得以任何理由拒绝外来务工人员办理借阅证。"), R::identical}});
  row({{b.find(A, "新馆设有少儿阅览区、地方文献室和盲人阅览室。"), R::identical},
       {b.find(B, "新館設有少兒閱覽區、地方文獻室和盲人閱覽室。"), R::identical},
       {b.find(C, "新馆设有少儿阅览区、地方文献室和盲人阅览室。", 1), R::identical},
       {b.find(C, "新馆设有少儿阅览区、地方文献室和盲人阅览室。", 2), R::identical}});
  row({{b.find(A, "地方文献室收藏了明代以来的县志十七种，其中三种是孤本。"), R::identical},
       {b.find(B, "地方文獻室收藏了明代以來的縣志十七種，其中三種是孤本。"), R::identical},
       {b.find(C, "地方文献室收藏了明代以来的县志(zhì)十七种，其中三种是孤本。"), R::identical},
       {b.find(C, "地方文献室收藏了明代以来的县志十七种，其中三种是孤本。"), R::identical},
       {b.find(D, "地方文獻室收藏了明代以來的縣志十七種。"), R::partial}});
  const auto hours = row({{b.find(A, "馆长苏文表示，新馆将延长开放时间，周末开放到晚上九点。"), R::identical},
                          {b.find(B, "館長蘇文表示，新館將延長開放時間，週末開放到晚上九時。"), R::near},
                          {b.find(C, "馆长苏文表示，新馆将延长开放时间，周末开放到晚上九点。"), R::identical}});
  row({{b.find(A, "“读书的人多了，这座城市就安静了。”苏文说。"), R::identical},
       {b.find(B, "「讀書的人多了，這座城市就安靜了。」蘇文說。"), R::identical},
       {b.find(C, "“读书的人多了，这座城市就安静了。”苏文说。"), R::identical},
       {b.find(D, "「讀書的人多了，這座城市就安靜了。」"), R::partial}});
  row({{b.find(A, "据介绍，新馆建设历时三年，共投入资金四千二百万元，其中社会捐赠六百万元。"), R::identical},
       {b.find(B, "據介紹，新館建設歷時三年，共投入資金四千二百萬元，其中社會捐贈六百萬元。"), R::identical},
       {b.find(C, "据介绍，新馆建设历时三年，共投入资金四千二百万元，其中社会捐赠六"), R::partial},
       {b.find(D, "新館建設歷時三年，共投入資金四千二百萬元。"), R::partial}});
  row({{b.find(A, "下一步，县里将在十二个乡镇建设分馆，预计明年年底前全部建成。"), R::identical},
       {b.find(B, "下一步，縣裡將在十二個鄉鎮建設分館，預計明年年底前全部建成。"), R::identical}});

  using S = Severity;
  b.add_finding(
      drift("title", S::critical, title,
            {b.reading({b.inside(A, "投入四千二百万元", "二")}), b.reading({b.inside(B, "投入四千三百萬元", "三")})},
            "a number in the title differs: 4200万 / 4300万"));
  b.add_finding(drift("number", S::critical, size,
                      {b.reading({b.inside(A, "五十八万册", "五十八万"), b.inside(B, "五十八萬冊", "五十八萬"),
                                  b.inside(D, "五十八萬冊", "五十八萬")}),
                       b.reading({b.inside(C, "五十八册", "五十八")})},
                      "580000 / 58: the unit 万 fell out"));
  b.add_finding(drift("policy-term", S::critical, law,
                      {b.reading({b.inside(A, "坚持法治化管理", "法治化"), b.inside(C, "坚持法治化管理", "法治化")}),
                       b.reading({b.inside(B, "堅持法制化管理", "法制化")})},
                      "protected pair 法治/法制: rule of law / legal system"));
  b.add_finding(drift("negation", S::critical, refuse,
                      {b.reading({b.inside(A, "他说，不得以", "不"), b.inside(C, "他说，不得以", "不")}),
                       b.reading({b.behind(B, "他說，")})},
                      "a negation is missing"));
  b.add_finding(structural(FindingType::truncation, "tail-missing", S::critical, b.find(C, "其中社会捐赠六"),
                           b.find(A, "其中社会捐赠六百万元。"), "ends without a full stop"));
  b.add_finding(structural(
      FindingType::duplicate, "", S::major,
      b.find(
          C,
          "新馆设有少儿阅览区、地方文献室和盲人阅览室。\n地方文献室收藏了明代以来的县志(zhì)十七种，其中三种是孤本。"),
      b.find(C, "新馆设有少儿阅览区、地方文献室和盲人阅览室。\n地方文献室收藏了明代以来的县志十七种，其中三种是孤本。"),
      "the same paragraph twice in a row"));
  b.add_finding(structural(FindingType::omission, "dropped-passage", S::major, b.behind(D, "藏書五十八萬冊。"),
                           b.find(A,
                                  "县长周启明在开馆仪式上表示，图书馆要坚持法治化管理，向所有居民免费开放。\n"
                                  "他说，不得以任何理由拒绝外来务工人员办理借阅证。"),
                           "two sentences of the base are missing"));
  b.add_finding(drift("wording", S::minor, opening,
                      {b.reading({b.inside(A, "昨天正式开馆", "昨天正式"), b.inside(B, "昨天正式開館", "昨天正式"),
                                  b.inside(C, "昨天正式开馆", "昨天正式")}),
                       b.reading({b.inside(D, "日前開館", "日前")})},
                      "reworded, no protected word concerned"));
  b.add_finding(drift("degree", S::minor, law,
                      {b.reading({b.inside(A, "向所有居民", "所有"), b.inside(B, "向所有居民", "所有")}),
                       b.reading({b.inside(C, "向全体居民", "全体")})},
                      "words of the same degree"));
  Finding regional = drift("regional", S::minor, hours,
                           {b.reading({b.inside(A, "晚上九点", "点"), b.inside(C, "晚上九点", "点")}),
                            b.reading({b.inside(B, "晚上九時", "時")})},
                           "regional usage 點/時");
  regional.layer = Layer::region;
  b.add_finding(std::move(regional));
  b.add_finding(structural(FindingType::omission, "dropped-clause", S::minor, b.behind(D, "縣志十七種"),
                           b.find(A, "，其中三种是孤本"), "a clause of the base is missing"));
  b.add_finding(structural(FindingType::addition, "", S::minor, b.find(D, "另據了解，該館停車場可停車二百輛。"),
                           std::nullopt, "stands in no other text"));
  b.add_finding(structural(FindingType::move, "", S::minor, b.find(D, "「讀書的人多了，這座城市就安靜了。」"),
                           b.find(A, "“读书的人多了，这座城市就安静了。”"), "stands before the sentence it followed"));
  Finding systematic = drift(
      "systematic", S::minor, opening,
      {b.reading({b.inside(A, "图书馆新馆昨天", "图书馆")}), b.reading({b.inside(B, "圖書館新館昨天", "圖書館")})},
      "one spelling throughout the text");
  systematic.layer = Layer::script;
  systematic.more = {b.inside(B, "圖書館新館開館", "圖書館"), b.inside(B, "圖書館要堅持", "圖書館")};
  b.add_finding(std::move(systematic));
  Finding folded =
      drift("punctuation", S::folded, opening,
            {b.reading({b.inside(A, "开馆，首日", "，")}), b.reading({b.inside(B, "開館，首日", "，")})}, "width only");
  folded.layer = Layer::punctuation;
  b.add_finding(std::move(folded));

  report.diagnostics = {
      {Diagnostic::Level::warning, {ErrorCode::damaged, "reprints/broken.txt", 1042, "not valid GB18030 (0x80 0xff)"}},
      {Diagnostic::Level::note, {ErrorCode::unsupported, "reprints/photo.<jpg>", std::nullopt, "not a text"}}};
  return std::move(b.report);
}

Report large_report(LargeReport size) {
  ReportBuilder b;
  std::string left, right;
  std::uint32_t written = 0;
  std::vector<std::uint32_t> begins;
  for (std::uint32_t i = 0; written < size.code_points; ++i) {
    const std::string left_line =
        fmt::format("第{:05}段写的是河边的一座小城和城里人日常的生活情形，共计{:03}个字。", i, i % 1000);
    std::string right_line = left_line;
    if (i % size.differ_every == 0)
      right_line.replace(right_line.find("小城"), std::string_view("小城").size(), "古城");
    begins.push_back(written);
    written += count_code_points(left_line) + 1;
    left += left_line + "\n";
    right += right_line + "\n";
  }
  const auto A = b.add_document("long_a", "Hans", left);
  const auto B = b.add_document("long_b", "Hans", right);
  b.report.version = "0.1.0";
  b.report.documents[A].relation = Relation::base;
  b.report.documents[A].coverage = 1.0;
  b.report.documents[B].relation = Relation::reprint;
  b.report.documents[B].coverage = 1.0;
  const auto& left_marks = b.report.documents[A].sentences;
  for (std::uint32_t i = 0; i < begins.size(); ++i) {
    const CodePointRange range = left_marks[i].range;
    const bool changed = i % size.differ_every == 0;
    const auto cluster = b.add_cluster({{{A, range}, MemberRelation::identical},
                                        {{B, range}, changed ? MemberRelation::near : MemberRelation::identical}});
    if (!changed) continue;
    const CodePointRange word{range.begin + 15, range.begin + 17};  // behind 第00000段写的是河边的一座
    b.add_finding(drift("wording", i % (10 * size.differ_every) == 0 ? Severity::major : Severity::minor, cluster,
                        {{"小城", {{A, word}}}, {"古城", {{B, word}}}}, "reworded"));
  }
  return std::move(b.report);
}

}  // namespace yiwen
