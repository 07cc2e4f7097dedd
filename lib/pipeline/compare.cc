// SPDX-License-Identifier: Apache-2.0
//
// The one room that knows the others: their order, their threads, their diagnostics, and how what they found becomes
// the report.
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <utility>

#include "align/align.h"
#include "base/code_point_index.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "classify/classify.h"
#include "cluster/affinity.h"
#include "cluster/cluster.h"
#include "fingerprint/similarity.h"
#include "index/expected_recall.h"
#include "load/load.h"
#include "normalize/normalize.h"
#include "pipeline/base_choice.h"
#include "pipeline/compare_loaded.h"
#include "pipeline/document_time.h"
#include "pipeline/load_options.h"
#include "pipeline/provenance.h"
#include "pipeline/read_texts.h"
#include "pipeline/script_of.h"
#include "pipeline/settle.h"
#include "segment/segment.h"
#include "segment/torn_sentences.h"
#include "yiwen/yiwen.h"

namespace yiwen {

namespace {

// One input on its way through the rooms.
struct Text : ReadText {
  NormalText normal;
};

// Normalizes every text; one that takes too long is a diagnostic, and the rest goes on.
std::vector<Text> normalized(std::vector<ReadText> read, const Options& options, unsigned threads,
                             std::vector<Diagnostic>& diagnostics) {
  std::vector<std::optional<Text>> made(read.size());
  std::vector<std::optional<Diagnostic>> said(read.size());
  parallel_for(read.size(), threads, [&](std::size_t i) {
    const std::string source = read[i].document.source;
    const DocumentTime time(options.limits.max_document_seconds, read[i].seconds);
    try {
      Text text{std::move(read[i]), {}};
      text.normal = normalize(text.decoded.text);
      said[i] = time.over(source, "normalized");
      if (said[i]) return;
      if (text.normal.chars.empty()) {
        said[i] = {Diagnostic::Level::warning, {ErrorCode::unsupported, source, {}, "holds no text"}};
      }
      made[i] = std::move(text);
    } catch (const std::exception& failure) {
      said[i] = left_out(source, failure);
    }
  });
  std::vector<Text> texts;
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (made[i]) texts.push_back(std::move(*made[i]));
    if (said[i]) diagnostics.push_back(std::move(*said[i]));
  }
  return texts;
}

// The sentences of each text, joined and parted at its breaks as the other texts tell.
std::vector<std::vector<Sentence>> segmented(std::vector<Text>& texts, unsigned threads) {
  std::vector<std::vector<Sentence>> sentences(texts.size());
  std::vector<SegmentedText> found(texts.size());
  parallel_for(texts.size(), threads, [&](std::size_t i) {
    const Text& text = texts[i];
    sentences[i] = segment(text.decoded.text, text.article, text.normal);
    found[i] = {text.decoded.text, &text.article, &text.normal, &sentences[i]};
  });
  const auto seams = find_seams(found, threads);
  parallel_for(texts.size(), threads, [&](std::size_t i) {
    if (seams[i].empty()) return;
    correct_blocks(seams[i], texts[i].article);
    sentences[i] = segment(texts[i].decoded.text, texts[i].article, texts[i].normal, seams[i]);
  });
  return sentences;
}

std::string siglum(std::size_t index) {
  std::string name;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return name;
}

ReportDocument describe(const Text& text, const PrintedWitness& printed, const Standing& standing, std::size_t index) {
  ReportDocument document;
  document.id = text.document.id;
  document.source = text.document.source;
  document.siglum = siglum(index);
  document.encoding = text.decoded.encoding;
  document.script = script_of(text.decoded.text);
  document.text = text.decoded.text;
  document.sha256 = text.sha256;
  document.length = count_code_points(text.decoded.text);
  const auto place = [&](const std::optional<TextRange<SourceText>>& range) {
    return range ? std::optional(printed.code_points(*range)) : std::nullopt;
  };
  document.title = place(text.article.title);
  document.outlet = place(text.article.outlet);
  document.date = place(text.article.date);
  document.byline = place(text.article.byline);
  document.editor = place(text.article.editor);
  document.stated = text.document.metadata;
  document.relation = standing.relation;
  document.relation_why = standing.why;
  document.coverage = standing.coverage;
  document.folded = standing.folded;
  for (const auto& sentence : printed.witness->sentences) {
    document.sentences.push_back({printed.code_points(sentence.range), sentence.kind, sentence.starts_block});
  }
  for (const auto& block : text.article.blocks) {
    const bool shown = is_noise(block.kind) || block.kind == BlockKind::byline || block.kind == BlockKind::caption;
    if (shown) document.noise.push_back({printed.code_points(block.range), to_string(block.kind)});
  }
  for (const auto& damage : text.normal.damage) {
    document.noise.push_back({printed.code_points(damage.range), to_string(damage.kind)});
  }
  std::sort(document.noise.begin(), document.noise.end(), [](const NoiseMark& a, const NoiseMark& b) {
    return std::tie(a.range, a.kind) < std::tie(b.range, b.kind);
  });
  return document;
}

// The 3-grams of the sentences of a text, noise left out.
ShingleSet words_of(const Witness& witness) {
  std::u32string chars;
  for (const auto& sentence : witness.sentences) chars += witness.normal->slice(sentence.normal);
  return shingles(chars, 3);
}

// The likeness of each text to the base, word for word.
void measure_similarity(std::span<const Witness> witnesses, Report& report, unsigned threads) {
  const ShingleSet base = words_of(witnesses[report.base]);
  parallel_for(witnesses.size(), threads, [&](std::size_t i) {
    report.documents[i].similarity = i == report.base ? 1.0 : jaccard(base, words_of(witnesses[i]));
  });
}

std::vector<ReportCluster> describe(const Alignment& alignment, const Classified& classified,
                                    std::span<const PrintedWitness> printed) {
  std::vector<ReportCluster> clusters;
  for (std::size_t r = 0; r < alignment.rows.size(); ++r) {
    ReportCluster cluster;
    cluster.id = fmt::format("c{}", r + 1);
    const auto& cells = alignment.rows[r].cells;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      cluster.members.push_back(
          {{cells[c].witness, printed[cells[c].witness].printed(cells[c].range)}, classified.relations[r][c]});
    }
    clusters.push_back(std::move(cluster));
  }
  return clusters;
}

// What a finding says, without where it stands in the list: the same in the next run, whatever else was found.
std::string key_of(const Finding& finding, const std::vector<ReportDocument>& documents) {
  std::string content = fmt::format("{}|{}", to_string(finding.type), finding.kind);
  const auto add = [&](const Place& place) {
    content += fmt::format("|{}:{}-{}", documents[place.document].id, place.range.begin, place.range.end);
  };
  for (const auto& reading : finding.readings) {
    content += "|" + reading.text;
    for (const auto& member : reading.members) add(member);
  }
  if (finding.place) add(*finding.place);
  if (finding.other) add(*finding.other);
  return to_hex(hash64(content));
}

// Where a finding stands in the base, or in the first document it concerns.
Place first_place(const Finding& finding, std::uint32_t base) {
  std::optional<Place> first;
  const auto consider = [&](const Place& place) {
    const auto rank = [&](const Place& p) {
      return std::tuple(p.document != base, p.document, p.range.begin, p.range.end);
    };
    if (!first || rank(place) < rank(*first)) first = place;
  };
  for (const auto& reading : finding.readings) {
    for (const auto& member : reading.members) consider(member);
  }
  if (finding.place) consider(*finding.place);
  if (finding.other) consider(*finding.other);
  return first.value_or(Place{});
}

void name_and_sort(std::vector<Finding>& findings, const std::vector<ReportDocument>& documents, std::uint32_t base) {
  for (auto& finding : findings) finding.key = key_of(finding, documents);
  std::sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    const auto rank = [&](const Finding& f) {
      const auto place = first_place(f, base);
      return std::tuple(f.kind != "title", place.document != base, place, f.type, f.key);
    };
    return rank(a) < rank(b);
  });
  for (std::size_t i = 0; i < findings.size(); ++i) findings[i].id = fmt::format("f{}", i + 1);
}

unsigned threads_of(const Options& options) {
  return options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

ReadTexts read_all(std::vector<Document> documents, const Options& options) {
  if (options.progress) options.progress("read", 0.0);
  return read_texts(std::move(documents), options, threads_of(options));
}

std::vector<std::string> limits_of(const CandidateCounts& counts, const Classified& classified) {
  std::vector<std::string> limits;
  if (auto recall = said_of_recall(counts); !recall.empty()) limits.push_back(std::move(recall));
  if (counts.skipped_pairs > 0) {
    limits.push_back(
        fmt::format("candidates: at most {} pairs of sentences were not compared, because {} of their phrases stand in "
                    "too many sentences",
                    counts.skipped_pairs, counts.capped_lists));
  }
  if (classified.approximate)
    limits.push_back("diff: some readings are so long that a smaller set of differences may exist");
  return limits;
}

}  // namespace

Result<Report> compare_texts(ReadTexts read, const Options& options, const std::string& suggested_base) {
  const unsigned threads = threads_of(options);
  const auto progress = [&](std::string_view stage, double share) {
    if (options.progress) options.progress(stage, share);
  };
  auto& diagnostics = read.diagnostics;
  std::vector<Text> texts = normalized(std::move(read.texts), options, threads, diagnostics);
  if (texts.empty()) {
    if (!diagnostics.empty()) return diagnostics.front().what;
    return Error{ErrorCode::not_found, "", {}, "no text was found"};
  }

  progress("segment", 0.2);
  std::vector<Witness> witnesses(texts.size());
  auto sentences = segmented(texts, threads);
  parallel_for(texts.size(), threads, [&](std::size_t i) {
    leave_out_interruptions(texts[i].article, sentences[i], texts[i].normal);
    witnesses[i] = make_witness(texts[i].normal, std::move(sentences[i]));
  });

  progress("match", 0.4);
  const auto affinity = find_affinity(witnesses, threads);
  std::vector<Provenance> provenances;
  for (const auto& text : texts)
    provenances.push_back(provenance_of(text.document.metadata, text.decoded.text, text.article));
  const auto fitness = judge_fitness(witnesses, affinity, provenances);
  auto [order, base_reason] = choose_base(fitness, provenances);
  std::string base_why;
  if (order.size() > 1) base_why = figures_of(fitness[order[0]], fitness[order[1]], siglum(order[1]));
  const std::string& base_id = options.base.empty() ? suggested_base : options.base;
  const auto wanted = std::find_if(texts.begin(), texts.end(), [&](const Text& t) { return t.document.id == base_id; });
  if (wanted == texts.end() && !options.base.empty()) {
    return Error{ErrorCode::bad_option, "", {}, fmt::format("the base '{}' is not among the texts", options.base)};
  }
  if (wanted != texts.end() && !base_id.empty()) {
    const auto index = static_cast<std::uint32_t>(wanted - texts.begin());
    const auto at = std::find(order.begin(), order.end(), index);
    std::rotate(order.begin(), at, at + 1);
    base_why.clear();
    base_reason = options.base.empty() ? "manifest" : "given";
  }
  const auto base = order.front();
  const auto clustering = cluster(witnesses, order, threads);

  progress("align", 0.7);
  const auto alignment = align(witnesses, clustering, order);

  progress("classify", 0.8);
  std::vector<PrintedWitness> printed;
  printed.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    printed.push_back({texts[i].decoded.text, &texts[i].article, &witnesses[i], CodePointIndex(texts[i].decoded.text),
                       provenances[i].day});
  }
  auto classified = classify(printed, clustering, alignment, order, threads, options.protected_pairs);

  Report report;
  report.version = version();
  if (!options.base.empty()) report.options.emplace_back("base", options.base);
  if (!options.encoding.empty()) report.options.emplace_back("encoding", options.encoding);
  if (!options.protected_pairs.empty())
    report.options.emplace_back("protect", fmt::format("{} pairs", options.protected_pairs.size()));
  report.limits_hit = limits_of(affinity.counts, classified);
  report.base = base;
  report.base_reason = base_reason;
  report.base_why = base_why;
  for (std::size_t i = 0; i < texts.size(); ++i)
    report.documents.push_back(describe(texts[i], printed[i], classified.standings[i], i));
  for (std::size_t i = 0; i < texts.size(); ++i) report.documents[i].fitness = fitness[i];
  measure_similarity(witnesses, report, threads);
  report.clusters = describe(alignment, classified, printed);
  report.findings = std::move(classified.findings);
  name_and_sort(report.findings, report.documents, base);
  find_likenesses(report);
  settle(report, options.decisions);
  report.diagnostics = std::move(diagnostics);
  sort_by_place(report.diagnostics);
  progress("done", 1.0);
  return report;
}

Result<Report> compare(std::vector<Document> documents, const Options& options) {
  return compare_texts(read_all(std::move(documents), options), options, "");
}

Result<Report> compare(const std::vector<std::string>& paths, const Options& options) {
  return compare_loaded(load(paths, load_options(options)), paths, options);
}

Result<Report> compare_loaded(Loaded loaded, const std::vector<std::string>& paths, const Options& options) {
  if (loaded.documents.empty()) {
    const auto error = std::find_if(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                                    [](const Diagnostic& d) { return d.level == Diagnostic::Level::error; });
    if (error != loaded.diagnostics.end()) return error->what;
    if (!loaded.diagnostics.empty()) return loaded.diagnostics.front().what;
    return Error{ErrorCode::not_found, paths.empty() ? "" : paths.front(), {}, "holds no text"};
  }
  ReadTexts read = read_all(std::move(loaded.documents), options);
  read.diagnostics.insert(read.diagnostics.end(), loaded.diagnostics.begin(), loaded.diagnostics.end());
  return compare_texts(std::move(read), options, loaded.base);
}

const char* version() { return "0.1.0"; }

}  // namespace yiwen
