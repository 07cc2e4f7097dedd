// SPDX-License-Identifier: Apache-2.0
#include "diff/script.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "diff/script_engines.h"

namespace yiwen {
namespace {

// What both sides begin with and end with is in some shortest script, so it never reaches an engine.
struct Trimmed {
  TokenSpan left;
  TokenSpan right;
  std::uint32_t prefix = 0;
};

Trimmed trim(TokenSpan left, TokenSpan right) {
  const auto common = static_cast<std::size_t>(std::ranges::mismatch(left, right).in1 - left.begin());
  left = left.subspan(common);
  right = right.subspan(common);
  std::size_t suffix = 0;
  const std::size_t most = std::min(left.size(), right.size());
  while (suffix < most && left[left.size() - 1 - suffix] == right[right.size() - 1 - suffix]) ++suffix;
  return {left.first(left.size() - suffix), right.first(right.size() - suffix), static_cast<std::uint32_t>(common)};
}

Script run_engine(TokenSpan left, TokenSpan right, const ScriptOptions& options) {
  switch (options.engine) {
    case ScriptEngine::dtl:
      return dtl_script(left, right);
    case ScriptEngine::bit_parallel:
      return bit_parallel_script(left, right);
    case ScriptEngine::automatic:
      break;
  }
  return linear_script(left, right, options.exact_cells);
}

void swap_sides(Script& script) {
  for (EditRun& run : script.runs) std::swap(run.left, run.right);
}

}  // namespace

std::uint64_t Script::length() const {
  std::uint64_t sum = 0;
  for (const EditRun& run : runs) sum += std::uint64_t{run.left.size()} + run.right.size();
  return sum;
}

void append_run(std::vector<EditRun>& runs, EditRun run) {
  if (run.left.empty() && run.right.empty()) return;
  if (!runs.empty() && runs.back().left.end == run.left.begin && runs.back().right.end == run.right.begin) {
    runs.back().left.end = run.left.end;
    runs.back().right.end = run.right.end;
    return;
  }
  runs.push_back(run);
}

Script edit_script(TokenSpan left, TokenSpan right, const ScriptOptions& options) {
  assert(left.size() < std::numeric_limits<std::int32_t>::max());
  assert(right.size() < std::numeric_limits<std::int32_t>::max());
  const Trimmed rest = trim(left, right);
  if (rest.left.empty() && rest.right.empty()) return {};
  const auto left_size = static_cast<std::uint32_t>(rest.left.size());
  const auto right_size = static_cast<std::uint32_t>(rest.right.size());
  const std::uint32_t at = rest.prefix;
  if (rest.left.empty() || rest.right.empty()) {
    return {.runs = {{{at, at + left_size}, {at, at + right_size}}}, .approximate = false};
  }

  // Among equally short scripts an engine prefers one side. It always sees the sides in the same order (the shorter
  // first, else the one whose first token is smaller: after trimming those differ), so that swapping them inverts the
  // script and changes nothing else.
  const bool swapped = left_size != right_size ? left_size > right_size : rest.left[0] > rest.right[0];
  Script script = swapped ? run_engine(rest.right, rest.left, options) : run_engine(rest.left, rest.right, options);
  if (swapped) swap_sides(script);
  for (EditRun& run : script.runs) {
    run.left = {run.left.begin + at, run.left.end + at};
    run.right = {run.right.begin + at, run.right.end + at};
  }
  return script;
}

}  // namespace yiwen
