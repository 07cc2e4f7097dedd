// SPDX-License-Identifier: Apache-2.0
//
// Reading is handing out work: under a lock each thread takes the next block of lines, or the next few text files, and
// folds it into a part of its own. Blocks are numbered as they are handed out, so that the parts stand in the order of
// the inputs whatever thread was first.
#include "dedup/read_articles.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "base/parallel.h"
#include "base/utf8_check.h"
#include "dedup/article_line.h"
#include "dedup/article_text.h"
#include "dedup/collection.h"
#include "load/document_names.h"
#include "load/file_kind.h"
#include "load/line_blocks.h"
#include "load/read_file.h"

namespace yiwen {
namespace {

constexpr std::size_t kTextsAtOnce = 32;                          // text files that a thread takes
constexpr std::uint64_t kMaxTextBytes = std::uint64_t{64} << 20;  // as the load room has it: far above any article

struct Work {
  std::size_t number = 0;
  std::uint32_t input = 0;  // the first
  std::uint32_t texts = 0;  // text files from there on; 0: the block
  LineBlock block;
};

// What became of it.
struct Done {
  std::uint32_t input = 0;
  std::uint32_t lines = 0;
  CorpusPart part;
  std::vector<ArticleName> names;  // of the articles of the part; lines from 1 within the block
  struct Said {
    Diagnostic::Level level;
    std::uint32_t line;
    Error what;
  };
  std::vector<Said> said;
  std::map<std::uint32_t, std::vector<std::string>> places;  // in the collections, by input
};

std::string without_packing(std::string name) {
  for (const char* packing : {".gz", ".zst"}) {
    if (name.ends_with(packing)) return name.substr(0, name.size() - std::string_view(packing).size());
  }
  return name;
}

Result<std::string> decoded(std::string bytes, const std::string& shown, const std::string& encoding) {
  Document document;
  document.source = shown;
  document.bytes = std::move(bytes);
  if (document.bytes.empty()) return std::string();
  document.kind = document_kind(kind_of_file(shown, document.bytes));
  return article_text(std::move(document), encoding);
}

// Hands out the inputs piece by piece.
class Inputs {
 public:
  Inputs(const std::vector<ReadInput>& inputs, const ReadOptions& options) : inputs_(inputs), options_(options) {
    for (const ReadInput& input : inputs_) {
      std::error_code failure;
      const auto size = std::filesystem::file_size(input.file.path, failure);
      sizes_.push_back(failure ? 0 : size);
      total_ += sizes_.back();
    }
    if (!options_.copy_of_standard_input.empty()) {
      copy_ = ::open(options_.copy_of_standard_input.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    }
  }
  Inputs(const Inputs&) = delete;
  Inputs& operator=(const Inputs&) = delete;
  ~Inputs() {
    if (copy_ >= 0) ::close(copy_);
  }

  std::optional<Work> next() {
    const std::lock_guard lock(mutex_);
    for (;;) {
      if (lines_) {
        auto block = lines_->next();
        if (block && block.value()) {
          bytes_ += block.value()->size;
          keep_copy(block.value()->bytes());
          tell();
          return Work{.number = number_++, .input = input_, .texts = 0, .block = std::move(*block.value())};
        }
        if (!block) diagnostics_.push_back({Diagnostic::Level::error, block.error()});
        lines_.reset();
        ++input_;
      }
      if (input_ == inputs_.size()) return std::nullopt;
      if (is_lines(inputs_[input_].file)) continue;
      if (lines_failed_) {
        lines_failed_ = false;
        ++input_;
        continue;
      }
      Work work{.number = number_++, .input = input_, .texts = 0, .block = {}};
      while (input_ < inputs_.size() && work.texts < kTextsAtOnce && !may_be_lines(inputs_[input_].file)) {
        bytes_ += sizes_[input_];
        ++work.texts, ++input_;
      }
      if (work.texts == 0) ++work.texts, ++input_;  // standard input that is a text
      tell();
      return work;
    }
  }

  // Standard input that turned out to be one text.
  std::string text_of_standard_input() { return std::exchange(standard_text_, {}); }
  std::vector<Diagnostic> diagnostics() { return std::move(diagnostics_); }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  static bool may_be_lines(const FoundFile& file) {
    return file.path == "-" || file.jsonl || without_packing(file.path).ends_with(".jsonl");
  }

  // Whether the input is read as lines; opens it where it is.
  bool is_lines(const FoundFile& file) {
    if (!may_be_lines(file)) return false;
    auto opened = LineBlocks::open(file.path, file.shown);
    if (!opened) {
      diagnostics_.push_back({Diagnostic::Level::error, opened.error()});
      lines_failed_ = true;
      return false;
    }
    if (file.path == "-") {
      const auto first = opened.value().peek();
      const auto at = first ? first.value().find_first_not_of(" \t\r\n\xEF\xBB\xBF") : std::string::npos;
      if (first && (at == std::string::npos || first.value()[at] != '{')) {
        while (auto block = opened.value().next()) {
          if (!block.value()) break;
          standard_text_ += block.value()->bytes();
          keep_copy(block.value()->bytes());
        }
        return false;
      }
    }
    lines_.emplace(std::move(opened).value());
    return true;
  }

  void keep_copy(std::string_view bytes) {
    if (copy_ < 0 || inputs_[input_].file.path != "-") return;
    while (!bytes.empty()) {
      const ssize_t written = ::write(copy_, bytes.data(), bytes.size());
      if (written <= 0) {
        diagnostics_.push_back(
            {Diagnostic::Level::error,
             {ErrorCode::not_written, options_.copy_of_standard_input, {}, "standard input cannot be kept"}});
        ::close(std::exchange(copy_, -1));
        return;
      }
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void tell() {
    if (options_.progress && total_ > 0) {
      options_.progress(std::min(1.0, static_cast<double>(bytes_) / static_cast<double>(total_)), total_);
    }
  }

  const std::vector<ReadInput>& inputs_;
  const ReadOptions& options_;
  std::mutex mutex_;
  std::optional<LineBlocks> lines_;  // of inputs_[input_]
  bool lines_failed_ = false;
  std::string standard_text_;
  std::uint32_t input_ = 0;
  std::size_t number_ = 0;
  std::vector<std::uint64_t> sizes_;
  std::uint64_t total_ = 0;
  std::uint64_t bytes_ = 0;
  int copy_ = -1;
  std::vector<Diagnostic> diagnostics_;
};

// One thread's tools.
class Folder {
 public:
  Folder(const std::vector<ReadInput>& inputs, Inputs& hand, const ReadOptions& options)
      : inputs_(inputs), hand_(hand), options_(options) {}

  Done fold(const Work& work) {
    Done done;
    done.input = work.input;
    if (work.texts == 0) {
      fold_lines(work, done);
    } else {
      for (std::uint32_t i = work.input; i < work.input + work.texts; ++i) fold_text(i, done);
    }
    return done;
  }

 private:
  void fold_lines(const Work& work, Done& done) {
    std::string_view rest = work.block.bytes();
    std::uint64_t offset = work.block.offset;
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (offset == 0 && rest.starts_with(kByteOrderMark)) {
      rest.remove_prefix(kByteOrderMark.size());
      offset += kByteOrderMark.size();
    }
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      ++done.lines;
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) fold_line(line, offset, done);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      offset += end + 1;
    }
  }

  void fold_line(std::string_view line, std::uint64_t offset, Done& done) {
    auto read = lines_.read(line);
    if (!read) {
      Error what = read.error();
      what.byte = offset + what.byte.value_or(0);
      what.file = inputs_[done.input].file.shown;
      done.said.push_back({Diagnostic::Level::error, done.lines, std::move(what)});
    } else if (read.value().text.empty()) {
      done.said.push_back({Diagnostic::Level::note,
                           done.lines,
                           {ErrorCode::unsupported, inputs_[done.input].file.shown, offset, "empty"}});
    } else {
      done.part.add(read.value().text, folded_);
      done.names.push_back({std::move(read.value().id), done.input, done.lines, std::move(read.value().other_keys)});
    }
  }

  void fold_text(std::uint32_t input, Done& done) {
    const FoundFile& file = inputs_[input].file;
    if (is_collection(file.path)) return fold_collection(input, done);
    if (is_collection(without_packing(file.path))) {
      done.said.push_back({Diagnostic::Level::error,
                           0,
                           {ErrorCode::unsupported,
                            file.shown,
                            {},
                            "tables, archives and JSON arrays are not read where they are packed"}});
      return;
    }
    const auto text = file.path == "-" ? decoded(hand_.text_of_standard_input(), file.shown, options_.encoding)
                                       : read_text_input(file.path, file.shown, options_.encoding);
    if (!text) {
      done.said.push_back({Diagnostic::Level::error, 0, text.error()});
    } else if (text.value().empty()) {
      done.said.push_back({Diagnostic::Level::note, 0, {ErrorCode::unsupported, file.shown, {}, "empty"}});
    } else {
      done.part.add(text.value(), folded_);
      std::string id = file.path == "-"
                           ? "stdin"
                           : replace_ill_formed(std::filesystem::path(without_packing(file.path)).stem().string());
      done.names.push_back({std::move(id), input, 0, {}});
    }
  }

  void fold_collection(std::uint32_t input, Done& done) {
    auto collection = read_collection(inputs_[input].file, options_.encoding, options_.columns);
    for (Diagnostic& said : collection.diagnostics) done.said.push_back({said.level, 0, std::move(said.what)});
    std::uint32_t number = 0;
    for (CollectedArticle& article : collection.articles) {
      ++number;
      done.places[input].push_back(article.place);
      if (article.text.empty()) {
        done.said.push_back({Diagnostic::Level::note,
                             0,
                             {ErrorCode::unsupported, inputs_[input].file.shown + article.place, {}, "empty"}});
        continue;
      }
      done.part.add(article.text, folded_);
      done.names.push_back({std::move(article.id), input, number, std::move(article.other_keys)});
    }
  }

  const std::vector<ReadInput>& inputs_;
  Inputs& hand_;
  const ReadOptions& options_;
  ArticleLines lines_;
  FoldedArticle folded_;
};

std::vector<ReadInput> named(std::vector<FoundFile> files) {
  std::vector<std::string> paths;
  paths.reserve(files.size());
  for (const FoundFile& file : files) paths.push_back(file.path);
  std::vector<std::string> sources = shortest_unique_suffixes(paths);
  std::set<std::string> taken;
  std::vector<ReadInput> inputs;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string source = replace_ill_formed(sources[i]);
    std::string unique = source;
    for (int copy = 2; !taken.insert(unique).second; ++copy) unique = fmt::format("{}~{}", source, copy);
    inputs.push_back({std::move(files[i]), std::move(unique), {}});
  }
  return inputs;
}

// Ids that several articles bear are told apart as the load room does: a file by its source, a line by "id@source".
void make_ids_unique(ReadArticles& read, std::vector<Diagnostic>& said) {
  std::vector<std::uint32_t> order(read.names.size());
  std::iota(order.begin(), order.end(), 0U);
  auto& names = read.names;
  const auto place = [&](std::uint32_t a) { return std::tuple(names[a].input, names[a].line); };
  const auto by_id = [&](std::uint32_t a, std::uint32_t b) {
    const int compared = names[a].id.compare(names[b].id);
    return compared != 0 ? compared < 0 : place(a) < place(b);
  };
  std::ranges::sort(order, by_id);
  bool changed = false;
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i + 1;
    while (end < order.size() && names[order[end]].id == names[order[i]].id) ++end;
    for (std::size_t same = i; end - i > 1 && same < end; ++same) {
      ArticleName& name = names[order[same]];
      const std::string given = name.id;
      const ReadInput& input = read.inputs[name.input];
      const std::string source = input.source_of(name);
      const std::string inside = source.substr(input.source.size());
      const bool is_file = !inside.starts_with(':');
      name.id = is_file ? source : given + "@" + source;
      changed = true;
      if (is_file) continue;  // its source is shown anyway
      said.push_back({Diagnostic::Level::note,
                      {ErrorCode::damaged,
                       input.file.shown,
                       {},
                       fmt::format("{} {}: the id \"{}\" is not unique; it is called \"{}\"",
                                   input.places.empty() ? "line" : "row", inside.substr(1), given, name.id)}});
    }
    i = end;
  }
  if (changed) {
    std::ranges::sort(order, by_id);
    for (std::size_t i = 1; i < order.size(); ++i) {  // taken by a line whose id looks like a source
      const std::string base = names[order[i]].id;
      for (int copy = 2; names[order[i]].id == names[order[i - 1]].id; ++copy)
        names[order[i]].id = fmt::format("{}~{}", base, copy);
    }
  }
  std::vector<ArticleName> sorted;
  std::vector<PlaceInParts> places;
  sorted.reserve(order.size());
  places.reserve(order.size());
  for (const std::uint32_t a : order) {
    sorted.push_back(std::move(names[a]));
    places.push_back(read.places[a]);
  }
  read.names = std::move(sorted);
  read.places = std::move(places);
}

}  // namespace

std::string ReadInput::source_of(const ArticleName& name) const {
  if (name.line == 0) return source;
  return source + (places.empty() ? fmt::format(":{}", name.line) : places[name.line - 1]);
}

Result<std::string> read_text_input(const std::string& path, const std::string& shown, const std::string& encoding) {
  if (without_packing(path) == path) {
    auto bytes = read_file(path, shown, kMaxTextBytes);
    if (!bytes) return bytes;
    return decoded(std::move(bytes).value(), shown, encoding);
  }
  auto blocks = LineBlocks::open(path, shown);
  if (!blocks) return blocks.error();
  std::string bytes;
  for (;;) {
    auto block = blocks.value().next();
    if (!block) return block.error();
    if (!block.value()) return decoded(std::move(bytes), shown, encoding);
    bytes += block.value()->bytes();
    if (bytes.size() > kMaxTextBytes) {
      return Error{ErrorCode::over_limit, shown, {}, fmt::format("more than {} bytes of text", kMaxTextBytes)};
    }
  }
}

ReadArticles read_articles(const std::vector<std::string>& paths, const ReadOptions& options) {
  FoundFiles found = find_files(paths);
  ReadArticles read;
  read.diagnostics = std::move(found.diagnostics);
  read.inputs = named(std::move(found.files));
  [[maybe_unused]] const FoldTable& ready = FoldTable::instance();

  Inputs hand(read.inputs, options);
  std::mutex putting;
  std::vector<std::optional<Done>> all;
  std::uint64_t bytes = 0;  // in memory
  const unsigned threads = std::max(1U, options.threads);
  parallel_for(threads, threads, [&](std::size_t) {
    Folder folder(read.inputs, hand, options);
    while (const auto work = hand.next()) {
      Done done = folder.fold(*work);
      done.part.close();
      const std::lock_guard lock(putting);
      if (options.spill != nullptr && bytes + done.part.bytes() > options.bytes_in_memory) {
        done.part.spill(*options.spill);
      }
      bytes += done.part.bytes();
      if (all.size() <= work->number) all.resize(work->number + 1);
      all[work->number] = std::move(done);
    }
  });
  read.bytes = hand.bytes();
  for (Diagnostic& said : hand.diagnostics()) read.diagnostics.push_back(std::move(said));

  std::uint32_t lines_before = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Done& done = *all[i];
    if (i > 0 && all[i - 1]->input != done.input) lines_before = 0;
    for (std::uint32_t a = 0; a < done.names.size(); ++a) {
      if (done.names[a].line != 0) done.names[a].line += lines_before;
      read.places.push_back({static_cast<std::uint32_t>(read.parts.size()), a});
      read.names.push_back(std::move(done.names[a]));
    }
    for (Done::Said& said : done.said) {
      if (said.line != 0) said.what.reason = fmt::format("line {}: {}", said.line + lines_before, said.what.reason);
      read.diagnostics.push_back({said.level, std::move(said.what)});
    }
    lines_before += done.lines;
    for (auto& [input, places] : done.places) read.inputs[input].places = std::move(places);
    read.parts.push_back(std::move(done.part));
  }
  make_ids_unique(read, read.diagnostics);
  std::ranges::stable_sort(read.diagnostics, [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.what.file, a.what.byte, a.what.reason) < std::tie(b.what.file, b.what.byte, b.what.reason);
  });
  return read;
}

}  // namespace yiwen
