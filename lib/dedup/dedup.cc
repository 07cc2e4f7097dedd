// SPDX-License-Identifier: Apache-2.0
#include "dedup/dedup.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <thread>
#include <utility>

#include "dedup/find_reprints.h"
#include "dedup/keep_articles.h"
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
  ReadOptions reading{
      .encoding = options.encoding,
      .threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency()),
      .progress = {},
      .copy_of_standard_input = {}};
  const bool reads_again = options.keep == Keep::first || options.keep == Keep::longest;
  TemporaryFile copy;
  if (reads_again && std::ranges::find(paths, "-") != paths.end()) {
    if (auto error = copy.make()) return *error;
    reading.copy_of_standard_input = copy.path();
  }
  StageClock clock(options.progress);
  clock.begin("read");
  reading.progress = clock.share();
  ReadArticles read = read_articles(paths, reading);
  if (read.names.empty()) {
    const auto error = std::ranges::find(read.diagnostics, Diagnostic::Level::error, &Diagnostic::level);
    if (error != read.diagnostics.end()) return error->what;
    return Error{ErrorCode::not_found, paths.empty() ? "" : paths.front(), {}, "holds no article"};
  }
  ArticleCorpus corpus(std::move(read.parts), read.places);
  Reprints reprints = find_reprints(
      corpus, {.threads = reading.threads, .join_near = options.join_near, .self_check = options.self_check}, clock);

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
  result.near_candidates = reprints.near_candidates;
  result.near_pairs = reprints.near_pairs;
  result.links = reprints.links;
  result.comparisons = reprints.comparisons;
  result.check = std::move(reprints.check);
  result.limits = std::move(reprints.limits);
  result.stages = clock.stages();
  return result;
}

}  // namespace yiwen
