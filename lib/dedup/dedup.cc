// SPDX-License-Identifier: Apache-2.0
#include "dedup/dedup.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

#include "dedup/find_reprints.h"
#include "dedup/keep_articles.h"
#include "dedup/memory_plan.h"
#include "dedup/read_articles.h"
#include "dedup/write_clusters.h"

namespace yiwen {

namespace {

// A file that is there while it is needed.
class TemporaryFile {
 public:
  TemporaryFile() = default;
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  std::optional<Error> make() {
    std::error_code failure;
    path_ = (std::filesystem::temp_directory_path(failure) / "yiwen-XXXXXX").string();
    const int file = ::mkstemp(path_.data());
    if (file < 0)
      return Error{ErrorCode::not_written, std::exchange(path_, {}), {}, "standard input cannot be kept there"};
    ::close(file);
    return std::nullopt;
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

Result<Dedup> dedup(const std::vector<std::string>& paths, const DedupOptions& options, const Sink& sink) {
  const MemoryPlan plan(options.memory);
  // Before anything is read: hours may pass until it is needed.
  std::optional<WorkFolder> folder;
  if (!options.work.empty() || options.memory > 0) {
    auto opened = options.work.empty() ? WorkFolder::temporary() : WorkFolder::open(options.work);
    if (!opened) return opened.error();
    folder.emplace(std::move(opened).value());
  }
  std::unique_ptr<SpillFile> spill;
  if (options.memory > 0) {
    auto made = SpillFile::make(folder->path());
    if (!made) return made.error();
    spill = std::move(made).value();
  }
  ReadOptions reading{
      .encoding = options.encoding,
      .columns = options.columns,
      .threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency()),
      .progress = {},
      .copy_of_standard_input = {},
      .bytes_in_memory = plan.read_bytes(),
      .spill = spill.get()};
  const bool reads_again = options.keep == Keep::first || options.keep == Keep::longest;
  TemporaryFile copy;
  if (reads_again && std::ranges::find(paths, "-") != paths.end()) {
    if (auto error = copy.make()) return *error;
    reading.copy_of_standard_input = copy.path();
  }
  StageClock clock(options.progress);
  clock.begin("read");
  if (options.progress) {
    reading.progress = [&](double share, std::uint64_t bytes) {
      constexpr double kMegabyte = 1e6;
      options.progress("read", share, static_cast<double>(bytes) / kMegabyte, "MB");
    };
  }
  ReadArticles read = read_articles(paths, reading);
  if (read.names.empty()) {
    const auto error = std::ranges::find(read.diagnostics, Diagnostic::Level::error, &Diagnostic::level);
    if (error != read.diagnostics.end()) return error->what;
    return Error{ErrorCode::not_found, paths.empty() ? "" : paths.front(), {}, "holds no article"};
  }
  ArticleCorpus corpus(std::move(read.parts), read.places, reading.threads, std::move(spill), plan.page_bytes());
  auto found = find_reprints(corpus,
                             {.threads = reading.threads,
                              .join_near = options.join_near,
                              .self_check = options.self_check,
                              .memory = plan,
                              .folder = folder ? &*folder : nullptr},
                             clock);
  if (!found) return found.error();
  Reprints& reprints = found.value();

  clock.begin("write");
  std::optional<Error> failed;
  if (options.keep == Keep::clusters) {
    failed = sink(write_clusters(read, corpus, reprints, options.passages, reading.threads));
  } else {
    const auto kept = kept_articles(read, corpus, reprints.clusters, options.keep);
    failed = reads_again ? write_kept_lines(read, kept, copy.path(), reading, sink) : write_kept_ids(read, kept, sink);
  }
  if (failed) return *failed;
  clock.end();

  Dedup result;
  result.articles = read.names.size();
  result.cluster_count = reprints.clusters.size();
  for (const ArticleCluster& cluster : reprints.clusters) result.clustered += cluster.members.size() + 1;
  result.diagnostics = std::move(read.diagnostics);
  result.sentences = corpus.sentence_count();
  result.distinct_sentences = reprints.groups->size();
  result.joined = reprints.joined;
  result.near_candidates = reprints.near_candidates;
  result.near_pairs = reprints.near_pairs;
  result.links = reprints.links;
  result.comparisons = reprints.comparisons;
  result.check = std::move(reprints.check);
  result.limits = std::move(reprints.limits);
  result.found = std::move(reprints.found);
  if (folder) {
    result.diagnostics.insert(result.diagnostics.end(), folder->said().begin(), folder->said().end());
  }
  result.stages = clock.stages();
  const std::uint64_t peak = result.stages.back().peak_bytes;
  if (options.memory > 0 && peak > options.memory) {
    result.limits.push_back(fmt::format(
        "memory: {} MB were used where {} MB were asked for, pages of files among them; the tables of {} sentences and "
        "{} articles must be in memory",
        peak >> 20, options.memory >> 20, result.sentences, result.articles));
  }
  return result;
}

}  // namespace yiwen
