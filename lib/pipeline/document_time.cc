// SPDX-License-Identifier: Apache-2.0
#include "pipeline/document_time.h"

#include <fmt/format.h>

#include <ctime>

namespace yiwen {

namespace {

double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace

DocumentTime::DocumentTime(double max_seconds, double spent)
    : max_seconds_(max_seconds), begin_(thread_seconds() - spent) {}

double DocumentTime::seconds() const { return thread_seconds() - begin_; }

std::optional<Diagnostic> DocumentTime::over(const std::string& source, std::string_view step) const {
  if (max_seconds_ <= 0 || seconds() <= max_seconds_) return std::nullopt;
  // No figure of what it took: that differs from run to run.
  return Diagnostic{
      Diagnostic::Level::error,
      {ErrorCode::over_limit, source, std::nullopt,
       fmt::format("left out: not read within the limit of {:g} s (stopped when it was {})", max_seconds_, step)}};
}

}  // namespace yiwen
