// SPDX-License-Identifier: Apache-2.0
//
// The edit script of two token sequences: where they differ, and by how little that can be said.
// Laws: replaying the runs on the left gives the right; swapping the sides swaps the sides of every run and changes
// nothing else; the same input gives the same script on every machine.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "yiwen/text_range.h"

namespace yiwen {

// The space of token indices: characters, words or whatever the caller has numbered.
struct Tokens {};

// One place where the sides differ: the left tokens that go and the right tokens that come. One of the two may be
// empty, never both. Between two runs stands at least one token that both sides share.
struct EditRun {
  TextRange<Tokens> left;
  TextRange<Tokens> right;

  friend bool operator==(const EditRun&, const EditRun&) = default;
};

struct Script {
  std::vector<EditRun> runs;  // in order; what lies between them is equal, token by token
  bool approximate = false;   // a shorter script may exist; false promises the shortest

  // Tokens deleted plus tokens inserted.
  [[nodiscard]] std::uint64_t length() const;

  friend bool operator==(const Script&, const Script&) = default;
};

enum class ScriptEngine : std::uint8_t {
  automatic,     // the quickest that keeps the promise
  dtl,           // O(NP) by the dtl library: quick where little differs, approximate where more than its bound does
  bit_parallel,  // 64 tokens at a step: always exact, in time that grows with the product of the lengths
};

struct ScriptOptions {
  ScriptEngine engine = ScriptEngine::automatic;
  // Up to this many cells (left tokens times right tokens, after the common ends are trimmed) the script is certainly
  // the shortest. Beyond it that is certain only where little differs; else the sequences are first cut at matches that
  // are all but certain. The default is 23 000 by 23 000 tokens, 16 ms. Raise it for certainty, lower it for speed.
  std::uint64_t exact_cells = std::uint64_t{1} << 29;
};

// The shortest edit script from left to right, or (marked approximate) one that is hardly longer.
// REQUIRES: each side has fewer than 2^31 tokens
[[nodiscard]] Script edit_script(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
                                 const ScriptOptions& options = {});

}  // namespace yiwen
