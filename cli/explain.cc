// SPDX-License-Identifier: Apache-2.0
//
// yiwen explain A B: what each room saw and decided for two texts, in the order of the rooms. The rooms that read a
// text are run here once more, one by one, so that what they hand on can be printed; what they find together is told
// from the finished report. Ranges count code points, as in report.json.
#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "cli/code_point_text.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/one_text.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "cluster/match_pair.h"
#include "cluster/passage.h"
#include "cluster/rarity.h"
#include "cluster/witness.h"
#include "extract/read_document.h"
#include "fingerprint/fingerprint.h"
#include "index/candidates.h"
#include "normalize/normalize.h"
#include "report/escape.h"
#include "segment/segment.h"

namespace yiwen::cli {
namespace {

// Enough to recognise a passage by, short enough for one line.
constexpr std::uint32_t kShownChars = 36;

std::string shown(CodePointRange range) { return fmt::format("[{}, {})", range.begin, range.end); }

std::string quoted(const CodePointText& text, CodePointRange range) {
  if (range.size() <= kShownChars) return "“" + terminal_safe(text.slice(range)) + "”";
  return "“" + terminal_safe(text.slice({range.begin, range.begin + kShownChars})) + "…”";
}

// One text, read as the rooms read it.
struct ReadText {
  std::string name;
  DecodedText decoded;
  Article article;
  NormalText normal;
  std::vector<Sentence> sentences;
};

Result<ReadText> read_one(const Document& document, const std::string& encoding) {
  auto read = read_document(document, {.encoding = encoding});
  if (!read) return read.error();
  ReadText text{
      .name = document.source, .decoded = std::move(read.value().decoded), .article = {}, .normal = {}, .sentences = {}};
  text.article = std::move(read.value().article);
  text.normal = normalize(text.decoded.text);
  text.sentences = segment(text.decoded.text, text.article, text.normal);
  return text;
}

class Explanation {
 public:
  explicit Explanation(Style style) : style_(style) {}

  void text(const ReadText& text) {
    const CodePointText source(text.decoded.text);
    heading("text", text.name);
    decoded(text.decoded);
    room("extract");
    for (const auto& block : text.article.blocks) {
      const auto range = source.in_code_points(block.range);
      line("{:<16} {:<14} {}{}", shown(range), to_string(block.kind), quoted(source, range),
           is_noise(block.kind) ? style_.faint("  not matched") : "");
    }
    stated("title", text.article.title, source);
    stated("outlet", text.article.outlet, source);
    stated("date", text.article.date, source);
    stated("byline", text.article.byline, source);
    stated("editor", text.article.editor, source);
    room("normalize");
    line("{} characters to compare", text.normal.chars.size());
    for (const auto& damage : text.normal.damage) {
      const auto range = source.in_code_points(damage.range);
      line("{:<16} {:<14} {}", shown(range), to_string(damage.kind), quoted(source, range));
    }
    room("segment");
    for (const auto& sentence : text.sentences) {
      const auto range = source.in_code_points(sentence.range);
      line("{:<16} {:<14} {}{}{}", shown(range), to_string(sentence.kind), quoted(source, range),
           sentence.ends_with_stop || sentence.kind != BlockKind::body ? "" : style_.faint("  no full stop"),
           sentence.cut ? style_.faint("  cut in two by white space") : "");
    }
  }

  // What the index proposed and what the first look at the two texts linked. The rows of the report are what came of it
  // when sentences were also looked for within one text and in words that no link had claimed.
  void matching(const ReadText& left, const ReadText& right) {
    const std::vector<Witness> pair{make_witness(left.normal, left.sentences),
                                    make_witness(right.normal, right.sentences)};
    heading("matching", left.name + " and " + right.name);
    proposed(left, right);
    const Rarity rarity(pair);
    const Reference first(pair[0], rarity);
    const Reference second(pair[1], rarity);
    const auto match = match_pair(first, second, Claims(pair[1]));
    room("cluster");
    line("{:.2f} of the second text is linked; weight of what looked alike and was not: {:.1f}", match.cover_right,
         match.shared_phrases);
    const CodePointText first_text(left.decoded.text);
    const CodePointText second_text(right.decoded.text);
    for (std::uint32_t sentence = 0; sentence < second.size(); ++sentence) {
      const auto range = second_text.in_code_points(right.sentences[sentence].range);
      line("{:<16} {}", shown(range), quoted(second_text, range));
      for (const auto& candidate : first.candidates(second.sentence(sentence))) {
        const auto where = first_text.in_code_points(left.sentences[candidate.sentence].range);
        const auto chain = link_passages(first.sentence(candidate.sentence), second.sentence(sentence));
        if (!chain) continue;
        line("  {:<16} {}", shown(where), quoted(first_text, where));
        line("  {:16} chain {:.1f}, coverage {:.2f}: {}", "", chain->score, chain->coverage,
             ground(match, candidate.sentence, sentence));
      }
    }
  }

  void report(const Report& report) {
    for (const auto& document : report.documents) texts_.emplace_back(document.text);
    heading("together", fmt::format("base {} ({})", report.documents[report.base].id, report.base_reason));
    if (!report.base_why.empty()) line("{}", report.base_why);
    for (const auto& document : report.documents) {
      line("{}  {}: {}, coverage {:.3f}, {}{}{}", document.siglum, terminal_safe(document.id), document.script,
           document.coverage, to_string(document.relation), document.relation_why.empty() ? "" : ": ",
           terminal_safe(document.relation_why));
      line("   set aside: {} repair, {} punctuation, {} script, {} region", document.folded.repair,
           document.folded.punctuation, document.folded.script, document.folded.region);
    }
    for (const auto& limit : report.limits_hit) line("limit: {}", limit);
    for (const auto& diagnostic : report.diagnostics) line("diagnostic: {}", terminal_safe(to_string(diagnostic.what)));
    room("align");
    for (const auto& cluster : report.clusters) {
      line("{}", style_.bold(cluster.id));
      for (const auto& member : cluster.members) place(to_string(member.relation), member.place, report);
    }
    room("classify");
    for (const auto& finding : report.findings) describe(finding, report);
  }

  [[nodiscard]] const std::string& out() const { return out_; }

 private:
  template <class... Parts>
  void line(fmt::format_string<Parts...> format, Parts&&... parts) {
    out_ += "  " + fmt::format(format, std::forward<Parts>(parts)...) + "\n";
  }

  void heading(std::string_view what, std::string_view name) {
    out_ += (out_.empty() ? "" : "\n") + style_.bold(fmt::format("== {} {}", what, terminal_safe(name))) + "\n";
  }

  void room(std::string_view name) { out_ += style_.bold(fmt::format("-- {}", name)) + "\n"; }

  void decoded(const DecodedText& text) {
    room("decode");
    line("{} with confidence {:.2f}, {} code points", text.encoding, text.confidence, count_code_points(text.text));
    for (const auto& fault : text.faults) line("bytes [{}, {}): {}", fault.bytes.begin, fault.bytes.end, fault.reason);
  }

  void proposed(const ReadText& left, const ReadText& right) {
    std::vector<Fingerprint> prints;
    for (const auto* text : {&left, &right}) {
      for (const auto& sentence : text->sentences) prints.push_back(fingerprint(text->normal.slice(sentence.normal)));
    }
    const auto counts = find_candidates(prints).counts;
    room("index");
    line("{} sentences, {} of them distinct: {} pairs equal, {} alike, {} contained", counts.texts, counts.distinct,
         counts.equal_pairs, counts.jaccard_pairs, counts.containment_pairs);
    if (counts.skipped_pairs > 0) line("at most {} pairs were not compared", counts.skipped_pairs);
  }

  [[nodiscard]] std::string ground(const PairMatch& match, std::uint32_t left, std::uint32_t right) const {
    for (const auto& link : match.links) {
      if (link.left != left || link.right != right) continue;
      switch (link.ground) {
        case Ground::content:
          return style_.bold("linked by its content");
        case Ground::context:
          return style_.bold(fmt::format("linked by its neighbours ({:.1f})", link.support));
        case Ground::echo:
          return style_.bold("linked as an echo");
      }
    }
    return "not linked";
  }

  void stated(std::string_view what, const std::optional<TextRange<SourceText>>& range, const CodePointText& source) {
    if (!range) return;
    const auto in_code_points = source.in_code_points(*range);
    line("says {}: {} {}", what, shown(in_code_points), quoted(source, in_code_points));
  }

  void place(std::string_view what, const Place& place, const Report& report) {
    line("  {:<12} {} {:<16} {}", what, report.documents[place.document].siglum, shown(place.range),
         quoted(texts_[place.document], place.range));
  }

  void describe(const Finding& finding, const Report& report) {
    line("{} {} {} {}, layer {}: {}", style_.bold(finding.id), to_string(finding.severity), to_string(finding.type),
         finding.kind, to_string(finding.layer), terminal_safe(finding.why));
    if (finding.cluster) line("  in {}", report.clusters[*finding.cluster].id);
    for (const auto& reading : finding.readings) {
      for (const auto& member : reading.members) place("reading", member, report);
    }
    if (finding.place) place("place", *finding.place, report);
    if (finding.other) place("other", *finding.other, report);
    for (const auto& more : finding.more) place("also", more, report);
  }

  Style style_;
  std::string out_;
  std::vector<CodePointText> texts_;  // of the report's documents
};

}  // namespace

int run(const ExplainCommand& command) {
  auto pair = load_pair(command.left, command.right);
  if (!pair) return complain(pair.error());
  Explanation explanation{Style(use_color(command.color))};
  std::vector<ReadText> texts;
  for (const auto& document : pair.value()) {
    auto text = read_one(document, command.options.encoding);
    if (!text) return complain(text.error());
    texts.push_back(std::move(text).value());
    explanation.text(texts.back());
  }
  explanation.matching(texts[0], texts[1]);
  Options options = command.options;
  options.base = pair.value().front().id;
  const auto compared = compare(std::move(pair).value(), options);
  if (!compared) return complain(compared.error());
  explanation.report(compared.value());
  return print(explanation.out());
}

}  // namespace yiwen::cli
