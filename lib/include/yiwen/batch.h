// SPDX-License-Identifier: Apache-2.0
//
// Many stories at once: each is a report of its own, made and written one after the other; the batch is what is known
// of all of them, for the page and the file that lead to them.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "yiwen/report.h"
#include "yiwen/yiwen.h"

namespace yiwen {

// Up to so many texts are always one report, whatever they tell: a desk that hands over a folder of reprints wants to
// see those that match nothing too. Beyond, the synopsis would be wider than any screen. Range 2 to some hundreds.
inline constexpr std::size_t kOneReportTexts = 50;

// What the batch says of one story.
struct Story {
  std::string id;                         // s1, s2 ... by the source of its first text
  std::string page;                       // the file of its page without ending, the same as long as its first text is
  std::string title;                      // of its base; the base's id where it has none
  std::string script;                     // of its base: Hant | Hans | mixed | none
  std::string base;                       // id of its base
  std::vector<std::string> documents;     // ids, by source
  std::array<std::uint32_t, 4> counts{};  // findings that are not settled, by severity
  std::uint32_t settled = 0;              // accepted or ignored
  std::uint32_t set_aside = 0;            // differences from the base in script, punctuation and the like
};

// A text that shares no passage with another.
struct LoneText {
  std::string id;
  std::string source;
  std::string title;  // where it has one
};

struct Batch {
  std::string version;
  std::vector<std::pair<std::string, std::string>> options;  // only what changes the result, sorted by name
  std::vector<Story> stories;
  std::vector<LoneText> alone;          // by source
  std::vector<Diagnostic> diagnostics;  // by file and byte
  std::vector<Decision>
      decisions;  // that were asked to be honoured, with how many findings of all stories each ruled on
};

enum class Stories {
  automatic,  // one report where there are kOneReportTexts or fewer, or where all texts with a partner tell one story
  always,
  never,
};

// Told each story with its report, in the order of Batch::stories, from one thread; what it answers ends the run.
using StorySink = std::function<std::optional<Error>(const Story& story, const Report& report)>;

// What the texts at `paths` are: one report, or a batch whose stories went to the sink. Not more than a few reports are
// held at a time. Fails as compare() does, and with what the sink answers.
[[nodiscard]] Result<std::variant<Report, Batch>> compare_stories(const std::vector<std::string>& paths,
                                                                  const Options& options, Stories stories,
                                                                  const StorySink& sink);

}  // namespace yiwen
