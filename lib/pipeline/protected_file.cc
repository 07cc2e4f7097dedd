// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <string>
#include <utility>

#include "classify/protected_pairs.h"
#include "decode/decode.h"
#include "load/read_file.h"
#include "yiwen/yiwen.h"

namespace yiwen {

Result<std::vector<ProtectedPair>> read_protected_pairs(const std::vector<std::string>& paths) {
  constexpr std::uint64_t kMostBytes = 16ULL << 20;  // some 500,000 pairs
  std::vector<ProtectedPair> all;
  for (const std::string& path : paths) {
    auto bytes = read_file(path, path, kMostBytes);
    if (!bytes) return bytes.error();
    // Spreadsheets save such tables in whatever encoding they like.
    Document table;
    table.id = table.source = path;
    table.bytes = std::move(bytes).value();
    const auto decoded = decode(table);
    if (!decoded) return decoded.error();
    auto pairs = parse_protected_pairs(decoded.value().text, path);
    if (!pairs) return pairs.error();
    all.insert(all.end(), std::make_move_iterator(pairs.value().begin()), std::make_move_iterator(pairs.value().end()));
  }
  return all;
}

}  // namespace yiwen
