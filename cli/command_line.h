// SPDX-License-Identifier: Apache-2.0
//
// The first of two steps from argv to a run: the command line as it was typed. What the words mean for the library is
// the second step, in commands.h.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "yiwen/yiwen.h"

namespace yiwen::cli {

// Every option of every command; a command fills its own. Choices are still words, checked against the list of them.
struct CommandLine {
  std::string command;             // report | dedup | diff | explain | segment | normalize
  std::vector<std::string> paths;  // report, dedup
  std::string left;                // diff, explain; the one text of segment and normalize
  std::string right;
  std::vector<std::string> decisions;
  std::vector<std::string> protect;
  std::string output;
  std::string format;
  std::string base;
  std::string encoding;
  std::string language = "auto";
  std::string diff_language = "en";
  std::string color = "auto";
  std::string stories = "auto";
  std::string fail_on;
  std::string layer = "region";
  std::string show;
  std::string manifest;
  std::vector<std::string> columns;  // "text=正文"
  std::uint64_t max_file_bytes = Limits{}.max_file_bytes;
  std::uint64_t max_documents = Limits{}.max_documents;
  std::uint64_t max_unpacked_bytes = Limits{}.max_unpacked_bytes;
  double max_seconds = Limits{}.max_document_seconds;
  std::uint64_t max_page_bytes = Limits{}.max_page_bytes;
  std::uint32_t max_page_depth = Limits{}.max_page_depth;
  std::uint32_t max_program_seconds = Limits{}.max_program_seconds;
  std::uint64_t max_program_memory = Limits{}.max_program_memory;
  std::uint64_t max_program_output = Limits{}.max_program_output;
  unsigned jobs = 0;
  bool with_text = false;
  bool json = false;
  bool quiet = false;
  // dedup
  std::string keep;
  bool passages = false;
  bool timings = false;
  unsigned self_check = 0;
  std::string join_edited = "auto";
  std::string work;
  std::uint64_t memory = 0;
};

// What to print and how to leave where there is nothing to run: help, the version, or a mistake in the arguments.
struct Answer {
  int status = 0;
  std::string text;
};

[[nodiscard]] std::variant<CommandLine, Answer> read_command_line(int argc, const char* const* argv);

}  // namespace yiwen::cli
