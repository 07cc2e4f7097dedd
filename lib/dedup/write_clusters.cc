// SPDX-License-Identifier: Apache-2.0
#include "dedup/write_clusters.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "base/parallel.h"
#include "report/escape.h"

namespace yiwen {
namespace {

class ClusterWriter {
 public:
  ClusterWriter(const ReadArticles& names, const ArticleCorpus& corpus, const Reprints& reprints, bool passages)
      : names_(names), corpus_(corpus), reprints_(reprints), passages_(passages) {}

  [[nodiscard]] std::string line(std::size_t index) const {
    const ArticleCluster& cluster = reprints_.clusters[index];
    std::string out;
    fmt::format_to(std::back_inserter(out), R"({{"cluster":"c{}","anchor":)", index + 1);
    put_id(out, cluster.anchor);
    out += R"(,"members":[)";
    put_member(out, cluster.anchor, "anchor", 1);
    for (const ArticleMember& member : cluster.members) {
      out += ',';
      put_member(out, member.article, to_string(member.relation), member.coverage);
    }
    out += ']';
    if (passages_) put_passages(out, cluster);
    out += "}\n";
    return out;
  }

 private:
  void put_id(std::string& out, std::uint32_t article) const { append_json_string(out, names_.names[article].id); }

  void put_member(std::string& out, std::uint32_t article, std::string_view relation, double coverage) const {
    out += R"({"id":)";
    put_id(out, article);
    fmt::format_to(std::back_inserter(out), R"(,"relation":"{}","coverage":{:.4g},"source":)", relation,
                   std::round(coverage * 1e4) / 1e4);
    append_json_string(out, names_.source(article));
    // Keys of the input that have no meaning of ours stand behind it as they came.
    out += names_.names[article].other_keys;
    out += '}';
  }

  void put_passages(std::string& out, const ArticleCluster& cluster) const {
    out += R"(,"passages":[)";
    bool first = true;
    std::vector<std::uint32_t> members;
    for (const ArticleMember& member : cluster.members) members.push_back(member.article);
    put_passages_with(out, cluster.anchor, members, first);
    if (members.size() + 1 <= kAllPairsPassages) {
      for (std::size_t i = 0; i + 1 < members.size(); ++i) {
        put_passages_with(out, members[i], std::span(members).subspan(i + 1), first);
      }
    }
    out += ']';
  }

  void put_passages_with(std::string& out, std::uint32_t left, std::span<const std::uint32_t> others,
                         bool& first) const {
    AnchorArticle anchor(corpus_, *reprints_.standing, left);
    for (const std::uint32_t right : others) {
      for (const SentenceMatch& match : anchor.compare(right).matches) {
        out += first ? "[" : ",[";
        first = false;
        put_range(out, left, corpus_.sentences(left)[match.left]);
        out += ',';
        put_range(out, right, corpus_.sentences(right)[match.right]);
        out += ']';
      }
    }
  }

  void put_range(std::string& out, std::uint32_t article, const StoredSentence& sentence) const {
    out += R"({"id":)";
    put_id(out, article);
    fmt::format_to(std::back_inserter(out), R"(,"range":[{},{}]}})", sentence.begin, sentence.end);
  }

  const ReadArticles& names_;
  const ArticleCorpus& corpus_;
  const Reprints& reprints_;
  bool passages_;
};

}  // namespace

std::string write_clusters(const ReadArticles& names, const ArticleCorpus& corpus, const Reprints& reprints,
                           bool passages, unsigned threads) {
  const ClusterWriter writer(names, corpus, reprints, passages);
  std::vector<std::string> lines(reprints.clusters.size());
  parallel_for(lines.size(), passages ? threads : 1, [&](std::size_t i) { lines[i] = writer.line(i); });
  std::string all;
  std::size_t size = 0;
  for (const std::string& line : lines) size += line.size();
  all.reserve(size);
  for (const std::string& line : lines) all += line;
  return all;
}

}  // namespace yiwen
