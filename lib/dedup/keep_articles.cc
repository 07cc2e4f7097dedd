// SPDX-License-Identifier: Apache-2.0
#include "dedup/keep_articles.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

#include "dedup/collection.h"
#include "load/line_blocks.h"
#include "report/escape.h"

namespace yiwen {
namespace {

constexpr std::size_t kWrittenAtOnce = std::size_t{1} << 20;

// The articles as they stand in the inputs.
std::vector<std::uint32_t> in_input_order(const ReadArticles& names) {
  std::vector<std::uint32_t> order(names.names.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t a) { return std::tuple(names.names[a].input, names.names[a].line); });
  return order;
}

// Writes lines in larger pieces.
class Buffered {
 public:
  explicit Buffered(const Sink& sink) : sink_(sink) {}
  std::optional<Error> put(std::string_view line) {
    bytes_ += line;
    bytes_ += '\n';
    return bytes_.size() < kWrittenAtOnce ? std::nullopt : flush();
  }
  std::optional<Error> flush() {
    auto error = bytes_.empty() ? std::nullopt : sink_(bytes_);
    bytes_.clear();
    return error;
  }

 private:
  const Sink& sink_;
  std::string bytes_;
};

// Puts the lines of one input whose numbers are wanted, ascending.
std::optional<Error> put_lines(const std::string& path, const std::string& shown, std::span<const std::uint32_t> wanted,
                               Buffered& out) {
  auto blocks = LineBlocks::open(path, shown);
  if (!blocks) return blocks.error();
  std::uint32_t number = 0;
  std::size_t next = 0;
  while (next < wanted.size()) {
    auto block = blocks.value().next();
    if (!block) return block.error();
    if (!block.value()) return Error{ErrorCode::unreadable, shown, {}, "has changed while it was read"};
    std::string_view rest = block.value()->bytes();
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (number == 0 && rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
    while (!rest.empty() && next < wanted.size()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      if (++number == wanted[next]) {
        std::string_view line = rest.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (auto error = out.put(line)) return error;
        ++next;
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return std::nullopt;
}

// A line for an article that was none.
std::string line_of(const ReadArticles& names, std::uint32_t article, std::string_view text) {
  std::string line = R"({"id":)";
  append_json_string(line, names.names[article].id);
  line += R"(,"source":)";
  append_json_string(line, names.source(article));
  line += names.names[article].other_keys;
  line += R"(,"text":)";
  append_json_string(line, text);
  line += '}';
  return line;
}

// Puts those of the articles of one collection that are kept. REQUIRES: articles are in its order
std::optional<Error> put_collected(const ReadArticles& names, std::span<const std::uint32_t> articles,
                                   const std::vector<bool>& kept, const ReadOptions& options, Buffered& out) {
  const FoundFile& file = names.inputs[names.names[articles.front()].input].file;
  const Collection collection = read_collection(file, options.encoding, options.columns);
  for (const std::uint32_t article : articles) {
    if (!kept[article]) continue;
    const std::uint32_t number = names.names[article].line;
    if (number > collection.articles.size()) {
      return Error{ErrorCode::unreadable, file.shown, {}, "has changed while it was read"};
    }
    if (auto error = out.put(line_of(names, article, collection.articles[number - 1].text))) return error;
  }
  return std::nullopt;
}

}  // namespace

std::vector<bool> kept_articles(const ReadArticles& names, const ArticleCorpus& corpus,
                                const std::vector<ArticleCluster>& clusters, Keep keep) {
  std::vector<bool> kept(names.names.size(), true);
  // The least of these stays.
  const auto rank = [&](std::uint32_t article) {
    const std::size_t length = keep == Keep::longest ? corpus.chars(article).size() : 0;
    return std::tuple(-static_cast<std::int64_t>(length), names.names[article].input, names.names[article].line);
  };
  for (const ArticleCluster& cluster : clusters) {
    std::uint32_t best = cluster.anchor;
    for (const ArticleMember& member : cluster.members) {
      if (rank(member.article) < rank(best)) best = member.article;
    }
    kept[cluster.anchor] = cluster.anchor == best;
    for (const ArticleMember& member : cluster.members) kept[member.article] = member.article == best;
  }
  return kept;
}

std::optional<Error> write_kept_ids(const ReadArticles& names, const std::vector<bool>& kept, const Sink& sink) {
  Buffered out(sink);
  for (const std::uint32_t article : in_input_order(names)) {
    if (!kept[article]) continue;
    if (auto error = out.put(names.names[article].id)) return error;
  }
  return out.flush();
}

std::optional<Error> write_kept_lines(const ReadArticles& names, const std::vector<bool>& kept,
                                      const std::string& copy_of_standard_input, const ReadOptions& options,
                                      const Sink& sink) {
  Buffered out(sink);
  const auto order = in_input_order(names);
  std::vector<std::uint32_t> wanted;
  for (std::size_t i = 0; i < order.size();) {
    const std::size_t first = i;
    const std::uint32_t input = names.names[order[i]].input;
    const bool one_text = names.names[order[i]].line == 0;
    const FoundFile& file = names.inputs[input].file;
    const std::string& path = file.path == "-" ? copy_of_standard_input : file.path;
    wanted.clear();
    const std::uint32_t article = order[i];
    for (; i < order.size() && names.names[order[i]].input == input; ++i) {
      if (kept[order[i]]) wanted.push_back(names.names[order[i]].line);
    }
    if (wanted.empty()) continue;
    if (one_text) {
      const auto text = read_text_input(path, file.shown, options.encoding);
      if (!text) return text.error();
      if (auto error = out.put(line_of(names, article, text.value()))) return error;
    } else if (!names.inputs[input].places.empty()) {
      if (auto error = put_collected(names, std::span(order).subspan(first, i - first), kept, options, out))
        return error;
    } else if (auto error = put_lines(path, file.shown, wanted, out)) {
      return error;
    }
  }
  return out.flush();
}

}  // namespace yiwen
