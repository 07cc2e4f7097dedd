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
#include "extract/read_document.h"
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

Result<Outcome> outcome_of(Result<Report> report) {
  if (!report) return report.error();
  return Outcome(std::move(report).value());
}

LoneText lone_text(const ReadText& text) {
  LoneText lone{text.document.id, text.document.source, text.document.metadata.title};
  if (const auto& title = text.article.title) lone.title = text.decoded.text.substr(title->begin, title->size());
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

// The stories that the texts tell, as find_stories() gives them.
std::vector<std::vector<std::uint32_t>> groups_of(const std::vector<ReadText>& texts, unsigned threads) {
  std::vector<std::string> stories;
  stories.reserve(texts.size());
  for (const ReadText& text : texts) stories.push_back(story_text(text.decoded, text.article, text.document.kind));
  const std::vector<std::string_view> views(stories.begin(), stories.end());
  return find_stories(views, threads);
}

// The texts in `group`, which are taken out.
std::vector<ReadText> take(std::vector<ReadText>& texts, const std::vector<std::uint32_t>& group) {
  std::vector<ReadText> taken;
  taken.reserve(group.size());
  for (const std::uint32_t i : group) taken.push_back(std::move(texts[i]));
  return taken;
}

class BatchRun {
 public:
  BatchRun(ReadTexts read, std::string suggested_base, const Options& options, unsigned threads)
      : texts_(std::move(read.texts)),
        suggested_base_(std::move(suggested_base)),
        options_(options),
        threads_(threads) {
    batch_.version = version();
    if (!options.base.empty()) batch_.options.emplace_back("base", options.base);
    if (!options.encoding.empty()) batch_.options.emplace_back("encoding", options.encoding);
    if (!options.protected_pairs.empty())
      batch_.options.emplace_back("protect", std::to_string(options.protected_pairs.size()) + " pairs");
    batch_.diagnostics = std::move(read.diagnostics);
    batch_.decisions = options.decisions;
    for (Decision& decision : batch_.decisions) decision.findings = 0;
  }

  Result<Outcome> run(const std::vector<std::vector<std::uint32_t>>& groups, const StorySink& sink) {
    find_alone(groups);
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
  void find_alone(const std::vector<std::vector<std::uint32_t>>& groups) {
    std::vector<bool> has_partner(texts_.size());
    for (const auto& group : groups) {
      for (const std::uint32_t i : group) has_partner[i] = true;
    }
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (!has_partner[i]) batch_.alone.push_back(lone_text(texts_[i]));
    }
  }

  Result<Report> compare_group(const std::vector<std::uint32_t>& group) {
    Options options = options_;
    options.threads = 1;
    options.progress = nullptr;
    const bool has_base = std::any_of(group.begin(), group.end(),
                                      [&](std::uint32_t i) { return texts_[i].document.id == options_.base; });
    if (!has_base) options.base.clear();
    return compare_texts({take(texts_, group), {}}, options, suggested_base_);
  }

  std::optional<Error> hand_on(Result<Report> made, const StorySink& sink) {
    if (!made) {  // none of its texts could be compared: the other stories can
      batch_.diagnostics.push_back({Diagnostic::Level::error, made.error()});
      return std::nullopt;
    }
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

  std::vector<ReadText> texts_;
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
    return outcome_of(compare_loaded(std::move(loaded), paths, options));
  }
  const bool base_is_there =
      options.base.empty() || std::any_of(loaded.documents.begin(), loaded.documents.end(),
                                          [&](const Document& document) { return document.id == options.base; });
  if (!base_is_there) {
    return Error{ErrorCode::bad_option, "", {}, fmt::format("the base '{}' is not among the texts", options.base)};
  }
  const unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  if (options.progress) options.progress("read", 0.0);
  ReadTexts read = read_texts(std::move(loaded.documents), options, threads);
  read.diagnostics.insert(read.diagnostics.end(), loaded.diagnostics.begin(), loaded.diagnostics.end());
  if (options.progress) options.progress("find stories", 0.0);
  const auto groups = groups_of(read.texts, threads);
  if (stories == Stories::automatic && groups.size() == 1) {
    return outcome_of(compare_texts(std::move(read), options, loaded.base));
  }
  return BatchRun(std::move(read), std::move(loaded.base), options, threads).run(groups, sink);
}

}  // namespace yiwen
