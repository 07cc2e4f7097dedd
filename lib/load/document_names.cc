// SPDX-License-Identifier: Apache-2.0
#include "load/document_names.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace yiwen {

namespace {

// The begin of the suffix that has one part more than the one beginning at `begin`; 0 for the whole path.
std::size_t longer_suffix(std::string_view path, std::size_t begin) {
  if (begin < 2) return 0;
  const std::size_t slash = path.rfind('/', begin - 2);
  return slash == std::string_view::npos ? 0 : slash + 1;
}

// How many bytes two paths share at their ends.
std::size_t common_end(std::string_view left, std::string_view right) {
  const auto [at, unused] = std::mismatch(left.rbegin(), left.rend(), right.rbegin(), right.rend());
  return static_cast<std::size_t>(at - left.rbegin());
}

}  // namespace

std::vector<std::string> shortest_unique_suffixes(const std::vector<std::string>& paths) {
  // Sorted by their reversal, the path that shares the longest end with a path stands next to it: n log n, not n^2.
  std::vector<std::size_t> order(paths.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    const std::string &a = paths[left], &b = paths[right];
    return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  });

  std::vector<std::string> suffixes(paths.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::string_view path = paths[order[i]];
    std::size_t shared = 0;
    if (i > 0) shared = common_end(path, paths[order[i - 1]]);
    if (i + 1 < order.size()) shared = std::max(shared, common_end(path, paths[order[i + 1]]));
    // A suffix is shared where the neighbour has the slash before it too.
    std::size_t begin = longer_suffix(path, path.size() + 1);
    while (begin > 0 && path.size() - begin + 1 <= shared) begin = longer_suffix(path, begin);
    suffixes[order[i]] = std::string(path.substr(begin));
  }
  return suffixes;
}

}  // namespace yiwen
