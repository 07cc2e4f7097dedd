// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <string>
#include <variant>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/output.h"

namespace yiwen::cli {
namespace {

int run_command_line(int argc, char** argv) {
  const auto typed = read_command_line(argc, argv);
  if (const auto* answer = std::get_if<Answer>(&typed)) {
    if (answer->status == kFine) return print(answer->text);
    complain(answer->text);
    return answer->status;
  }
  const auto command = to_command(std::get<CommandLine>(typed));
  if (!command) return complain(command.error());
  return std::visit([](const auto& one) { return run(one); }, command.value());
}

// Where one of the three streams is closed, the next file that is opened would take its number, and be written into by a
// complaint: such a stream leads nowhere instead.
void open_missing_streams() {
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    if (fcntl(stream, F_GETFD) < 0) static_cast<void>(open("/dev/null", O_RDWR));
  }
}

}  // namespace
}  // namespace yiwen::cli

int main(int argc, char** argv) {
  // A reader that has seen enough (yiwen ... | head) closes the pipe: writing then fails quietly instead of killing us.
  std::signal(SIGPIPE, SIG_IGN);
  yiwen::cli::open_missing_streams();
  try {
    return yiwen::cli::run_command_line(argc, argv);
  } catch (const std::exception& failure) {  // out of memory, or a fault of ours: still one line and a status
    yiwen::cli::complain(std::string("yiwen: ") + failure.what() + "\n");
    return yiwen::cli::kTrouble;
  }
}
