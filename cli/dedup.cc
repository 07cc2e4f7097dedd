// SPDX-License-Identifier: Apache-2.0
//
// yiwen dedup INPUT...: finds the reprints among many articles, and writes the clusters or the articles to keep.
#include "dedup/dedup.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/freed_memory.h"
#include "cli/output.h"
#include "cli/spare_inputs.h"
#include "cli/terminal.h"

namespace yiwen::cli {
namespace {

void say_timings(const Dedup& done) {
  constexpr double kMebibyte = 1024.0 * 1024.0;
  double wall = 0;
  double cpu = 0;
  std::string table = "yiwen: stage                     wall      CPU     peak\n";
  for (const auto& stage : done.stages) {
    table += fmt::format("yiwen: {:<20} {:>7.2f} s {:>6.2f} s {:>5.0f} MB\n", stage.name, stage.wall, stage.cpu,
                         static_cast<double>(stage.peak_bytes) / kMebibyte);
    wall += stage.wall;
    cpu += stage.cpu;
  }
  table += fmt::format("yiwen: {:<20} {:>7.2f} s {:>6.2f} s\n", "all", wall, cpu);
  table += fmt::format("yiwen: {} articles, {} sentences, {} of them distinct\n", done.articles, done.sentences,
                       done.distinct_sentences);
  table += fmt::format(
      "yiwen: {} pairs of sentences compared, {} of them near; {} pairs of articles proposed, {} comparisons\n",
      done.near_candidates, done.near_pairs, done.links, done.comparisons);
  // The join is exact, so the recall does not fall with the length as that of banded signatures does.
  table += done.joined ? fmt::format(
                             "yiwen: expected recall of edited sentences (Jaccard similarity 0.5 and more): 1 from {} "
                             "characters on, but for forms beyond their budget; 0 below\n",
                             kLeastNear)
                       : "yiwen: expected recall of edited sentences: 0, for they were not looked for\n";
  complain(table);
}

void say_check(const NearCheck& check) {
  std::string said = fmt::format(
      "yiwen: self-check: {} sentences against all: {:.4f} of the pairs with Jaccard similarity 0.5 and more were "
      "found\n",
      check.sampled, check.recall());
  for (std::size_t b = 0; b < check.by_length.size(); ++b) {
    const auto& bucket = check.by_length[b];
    if (bucket.all == 0) continue;
    const std::string upto =
        b + 1 < check.by_length.size() ? fmt::format("to {}", check.by_length[b + 1].chars_from - 1) : "and more";
    said +=
        fmt::format("yiwen:   {:>3} {:<8} characters: {} of {}\n", bucket.chars_from, upto, bucket.found, bucket.all);
  }
  if (check.forms.all > 0) {
    said += fmt::format("yiwen:   forms filled in, as far as their budget goes: {} of {}\n", check.forms.found,
                        check.forms.all);
  }
  complain(said);
}

}  // namespace

int run(const DedupCommand& command) {
  command.options.memory == 0 ? keep_freed_memory() : return_freed_memory();
  if (!command.output.empty()) {
    if (const auto error = spare_inputs({command.output}, command.paths)) return complain(*error);
  }
  PiecewiseOutput output(command.output);
  Result<Dedup> done = [&] {
    Progress progress(command.quiet ? Progress::Shown::never : Progress::Shown::where_seen);
    DedupOptions options = command.options;
    options.progress = [&](std::string_view stage, double share, double amount, std::string_view unit) {
      progress.show(stage, share, amount, unit);
    };
    return dedup(command.paths, options, [&](std::string_view bytes) { return output.write(bytes); });
  }();
  if (!done) return complain(done.error());
  complain(done.value().diagnostics, command.quiet ? Loudness::errors_only : Loudness::warnings_too);
  if (!command.quiet) {
    for (const std::string& limit : done.value().limits) complain("yiwen: " + limit + "\n");
  }
  for (const std::string& stage : done.value().found) {
    if (!command.quiet) complain(fmt::format("yiwen: {}: taken from {}\n", stage, command.options.work));
  }
  if (command.timings) say_timings(done.value());
  if (done.value().check) say_check(*done.value().check);

  if (const auto error = output.finish()) return complain(*error);
  if (!command.output.empty() && !command.quiet) {
    complain(fmt::format("yiwen: {} of {} articles are reprints of one another, in {} clusters: {}\n",
                         done.value().clustered, done.value().articles, done.value().cluster_count, command.output));
  }
  const bool unread = std::ranges::any_of(done.value().diagnostics, [](const Diagnostic& diagnostic) {
    return diagnostic.level == Diagnostic::Level::error;
  });
  return unread ? kTrouble : kFine;
}

}  // namespace yiwen::cli
