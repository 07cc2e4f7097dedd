// SPDX-License-Identifier: Apache-2.0
#include "dedup/stage_clock.h"

#include <sys/resource.h>

namespace yiwen {
namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

struct Usage {
  double cpu;
  std::uint64_t peak_bytes;
};

Usage usage() {
  rusage now{};
  getrusage(RUSAGE_SELF, &now);
  return {seconds(now.ru_utime) + seconds(now.ru_stime), static_cast<std::uint64_t>(now.ru_maxrss) * 1024};
}

}  // namespace

void StageClock::begin(std::string_view stage) {
  end();
  open_ = true;
  stages_.push_back({.name = std::string(stage)});
  wall_ = std::chrono::steady_clock::now();
  cpu_ = usage().cpu;
  if (progress_) progress_(stage, 0, 0, {});
}

void StageClock::end() {
  if (!open_) return;
  open_ = false;
  const Usage now = usage();
  stages_.back().wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - wall_).count();
  stages_.back().cpu = now.cpu - cpu_;
  stages_.back().peak_bytes = now.peak_bytes;
}

std::function<void(double)> StageClock::share(double amount, std::string_view unit) {
  if (!progress_) return {};
  return [this, amount, unit](double done) { progress_(stages_.back().name, done, amount, unit); };
}

}  // namespace yiwen
