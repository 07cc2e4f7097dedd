// SPDX-License-Identifier: Apache-2.0
//
// Two sides, parted by a line of ==== or in the middle. The bytes as tokens: every engine's script replays, swaps, and
// is as short as the others where it promises that. The texts as readings: the edits replay and swap.
#include <algorithm>
#include <optional>
#include <vector>

#include "diff/reading_diff.h"
#include "diff/script.h"
#include "fuzz/law.h"
#include "normalize/normalize.h"

namespace {

using namespace yiwen;
using fuzz::require;

using Tokens32 = std::vector<std::uint32_t>;

// Replays runs or edits on the left; nothing where they are out of order or say nothing.
template <class Out, class Changes, class Left, class Right>
std::optional<Out> replay(const Changes& changes, const Left& left, const Right& right) {
  Out out;
  std::uint32_t left_at = 0, right_at = 0;
  for (const auto& change : changes) {
    if (change.left.empty() && change.right.empty()) return {};
    if (change.left.begin < left_at || change.left.end < change.left.begin || change.left.end > left.size()) return {};
    if (change.right.end < change.right.begin || change.right.end > right.size()) return {};
    if (change.left.begin - left_at != change.right.begin - right_at) return {};
    out.insert(out.end(), left.begin() + left_at, left.begin() + change.left.begin);
    out.insert(out.end(), right.begin() + change.right.begin, right.begin() + change.right.end);
    left_at = change.left.end, right_at = change.right.end;
  }
  out.insert(out.end(), left.begin() + left_at, left.end());
  return out;
}

void check_scripts(const Tokens32& left, const Tokens32& right) {
  std::optional<std::uint64_t> shortest;
  for (const ScriptEngine engine : {ScriptEngine::automatic, ScriptEngine::dtl, ScriptEngine::bit_parallel}) {
    for (const std::uint64_t cells : {std::uint64_t{16}, ScriptOptions{}.exact_cells}) {
      const ScriptOptions options{.engine = engine, .exact_cells = cells};
      const Script script = edit_script(left, right, options);
      require(replay<Tokens32>(script.runs, left, right) == right, "replaying a script on the left gives the right");
      Script back = edit_script(right, left, options);
      for (EditRun& run : back.runs) std::swap(run.left, run.right);
      require(back == script, "swapping the sides swaps the script");
      if (script.approximate) continue;
      require(shortest.value_or(script.length()) == script.length(), "scripts that promise the shortest are as short");
      shortest = script.length();
    }
  }
}

void check_readings(std::string_view left_text, std::string_view right_text) {
  const NormalText left = normalize(left_text), right = normalize(right_text);
  const TextRange<Normal> whole_left{0, static_cast<std::uint32_t>(left.chars.size())};
  const TextRange<Normal> whole_right{0, static_cast<std::uint32_t>(right.chars.size())};
  const ReadingDiff there = diff_readings(left, whole_left, right, whole_right);
  require(replay<std::u32string>(there.edits, left.chars, right.chars) == right.chars,
          "replaying the edits on the left gives the right");
  ReadingDiff back = diff_readings(right, whole_right, left, whole_left);
  for (Edit& edit : back.edits) std::swap(edit.left, edit.right);
  require(there.edits == back.edits, "swapping the sides inverts the edits");
  require(there.shared_units <= std::min(there.left_units, there.right_units), "what is shared is on both sides");
  require(diff_readings(left, whole_left, left, whole_left).edits.empty(), "a reading does not differ from itself");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view kBetween = "\n====\n";
  const std::string_view bytes = fuzz::as_bytes(data, size);
  const std::size_t mark = bytes.find(kBetween);
  const std::string_view left = bytes.substr(0, mark == std::string_view::npos ? size / 2 : mark);
  const std::string_view right = bytes.substr(mark == std::string_view::npos ? size / 2 : mark + kBetween.size());
  const auto tokens = [](std::string_view side) {
    Tokens32 out;
    for (const char byte : side) out.push_back(static_cast<unsigned char>(byte));
    return out;
  };
  check_scripts(tokens(left), tokens(right));
  check_readings(fuzz::as_text(left), fuzz::as_text(right));
  return 0;
}
