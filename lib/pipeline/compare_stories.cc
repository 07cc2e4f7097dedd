// SPDX-License-Identifier: Apache-2.0
//
// Many texts -> the stories they tell, each compared as a report of its own. The texts are held as they were read; of
// the reports only as many as there are threads to make them, and each is handed on before the next are begun.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <thread>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "base/parallel.h"
#include "decode/decode.h"
#include "extract/extract.h"
#include "load/load.h"
#include "pipeline/compare_loaded.h"
#include "pipeline/load_options.h"
#include "pipeline/settle.h"
#include "pipeline/stories.h"
#include "report/lookup.h"
#include "yiwen/batch.h"

namespace yiwen {
namespace {

using Outcome = std::variant<Report, Batch>;

constexpr std::size_t kReportsPerThread = 4;  // held at a time: enough that no thread waits for a long one

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& left, const Diagnostic& right) {
    return std::tie(left.what.file, left.what.byte) < std::tie(right.what.file, right.what.byte);
  });
}

Result<Outcome> one_report(Loaded loaded, const std::vector<std::string>& paths, const Options& options) {
  auto report = compare_loaded(std::move(loaded), paths, options);
  if (!report) return report.error();
  return Outcome(std::move(report).value());
}

// The decoded text of every document; what cannot be read is empty here, and said by the comparison.
std::vector<std::string> decoded_texts(const std::vector<Document>& documents, const Options& options,
                                       unsigned threads) {
  std::vector<std::string> texts(documents.size());
  parallel_for(documents.size(), threads, [&](std::size_t i) {
    auto decoded = decode(documents[i], {.encoding = options.encoding});
    if (decoded) texts[i] = std::move(decoded.value().text);
  });
  return texts;
}

LoneText lone_text(const Document& document, const std::string& text) {
  LoneText lone{document.id, document.source, document.metadata.title};
  if (const Article article = extract(text); article.title) {
    lone.title = text.substr(article.title->begin, article.title->size());
  }
  return lone;
}

Story describe(const Report& report, std::size_t index) {
  Story story;
  story.id = fmt::format("s{}", index + 1);
  story.page = to_hex(hash64(report.documents.front().id));
  const ReportLookup lookup(report);
  const std::string_view title = lookup.title(report.base);
  story.title = title.empty() ? lookup.name(report.base) : title;
  story.script = report.documents[report.base].script;
  story.base = report.documents[report.base].id;
  for (const ReportDocument& document : report.documents) story.documents.push_back(document.id);
  for (const Severity severity : {Severity::folded, Severity::minor, Severity::major, Severity::critical}) {
    story.counts[static_cast<std::size_t>(severity)] = lookup.count(severity);
  }
  story.settled = lookup.count(Ruling::accepted) + lookup.count(Ruling::ignored);
  story.set_aside = lookup.set_aside();
  return story;
}

// The texts of the documents in `group`, which are taken out.
std::vector<Document> take(std::vector<Document>& documents, const std::vector<std::uint32_t>& group) {
  std::vector<Document> taken;
  taken.reserve(group.size());
  for (const std::uint32_t i : group) taken.push_back(std::move(documents[i]));
  return taken;
}

class BatchRun {
 public:
  BatchRun(Loaded loaded, const Options& options, unsigned threads)
      : documents_(std::move(loaded.documents)),
        suggested_base_(std::move(loaded.base)),
        options_(options),
        threads_(threads) {
    batch_.version = version();
    if (!options.base.empty()) batch_.options.emplace_back("base", options.base);
    if (!options.encoding.empty()) batch_.options.emplace_back("encoding", options.encoding);
    if (!options.protected_pairs.empty())
      batch_.options.emplace_back("protect", std::to_string(options.protected_pairs.size()) + " pairs");
    batch_.diagnostics = std::move(loaded.diagnostics);
    batch_.decisions = options.decisions;
    for (Decision& decision : batch_.decisions) decision.findings = 0;
  }

  Result<Outcome> run(const std::vector<std::vector<std::uint32_t>>& groups, const std::vector<std::string>& texts,
                      const StorySink& sink) {
    find_alone(groups, texts);
    const std::size_t step = threads_ * kReportsPerThread;
    for (std::size_t begin = 0; begin < groups.size(); begin += step) {
      const std::size_t end = std::min(groups.size(), begin + step);
      std::vector<std::optional<Result<Report>>> reports(end - begin);
      parallel_for(reports.size(), threads_, [&](std::size_t i) { reports[i] = compare_group(groups[begin + i]); });
      for (auto& report : reports) {
        if (auto error = hand_on(std::move(*report), sink)) return *error;
      }
      if (options_.progress)
        options_.progress("stories", static_cast<double>(end) / static_cast<double>(groups.size()));
    }
    sort_by_place(batch_.diagnostics);
    return Outcome(std::move(batch_));
  }

 private:
  void find_alone(const std::vector<std::vector<std::uint32_t>>& groups, const std::vector<std::string>& texts) {
    std::vector<bool> has_partner(documents_.size());
    for (const auto& group : groups) {
      for (const std::uint32_t i : group) has_partner[i] = true;
    }
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (has_partner[i]) continue;
      const auto decoded = texts[i].empty() ? decode(documents_[i], {.encoding = options_.encoding})
                                            : Result<DecodedText>(DecodedText{});
      if (decoded) {
        batch_.alone.push_back(lone_text(documents_[i], texts[i]));
      } else {
        batch_.diagnostics.push_back({Diagnostic::Level::error, decoded.error()});
      }
    }
  }

  Result<Report> compare_group(const std::vector<std::uint32_t>& group) {
    Options options = options_;
    options.threads = 1;
    options.progress = nullptr;
    const bool has_base =
        std::any_of(group.begin(), group.end(), [&](std::uint32_t i) { return documents_[i].id == options_.base; });
    if (!has_base) options.base.clear();
    Loaded loaded;
    loaded.documents = take(documents_, group);
    loaded.base = suggested_base_;
    return compare_loaded(std::move(loaded), {}, options);
  }

  std::optional<Error> hand_on(Result<Report> made, const StorySink& sink) {
    if (!made) return made.error();
    Report& report = made.value();
    for (std::size_t i = 0; i < report.decisions.size(); ++i) {
      batch_.decisions[i].findings += report.decisions[i].findings;
    }
    // A page lists the rulings that concern it; the batch lists all.
    std::erase_if(report.decisions, [](const Decision& decision) { return decision.findings == 0; });
    batch_.diagnostics.insert(batch_.diagnostics.end(), report.diagnostics.begin(), report.diagnostics.end());
    batch_.stories.push_back(describe(report, batch_.stories.size()));
    return sink(batch_.stories.back(), report);
  }

  std::vector<Document> documents_;
  const std::string suggested_base_;  // by a manifest, for the story that has it
  const Options& options_;
  const unsigned threads_;
  Batch batch_;
};

}  // namespace

Result<Outcome> compare_stories(const std::vector<std::string>& paths, const Options& options, Stories stories,
                                const StorySink& sink) {
  auto loaded = load(paths, load_options(options));
  const bool few = loaded.documents.size() <= kOneReportTexts;
  if (loaded.documents.empty() || stories == Stories::never || (stories == Stories::automatic && few)) {
    return one_report(std::move(loaded), paths, options);
  }
  if (options.progress) options.progress("find stories", 0.0);
  const unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  std::sort(loaded.documents.begin(), loaded.documents.end(), [](const Document& left, const Document& right) {
    return std::tie(left.source, left.id) < std::tie(right.source, right.id);
  });
  const bool base_is_there =
      options.base.empty() || std::any_of(loaded.documents.begin(), loaded.documents.end(),
                                          [&](const Document& document) { return document.id == options.base; });
  if (!base_is_there) {
    return Error{ErrorCode::bad_option, "", {}, fmt::format("the base '{}' is not among the texts", options.base)};
  }
  const std::vector<std::string> texts = decoded_texts(loaded.documents, options, threads);
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const auto groups = find_stories(views, threads);
  if (stories == Stories::automatic && groups.size() == 1) return one_report(std::move(loaded), paths, options);
  return BatchRun(std::move(loaded), options, threads).run(groups, texts, sink);
}

}  // namespace yiwen
