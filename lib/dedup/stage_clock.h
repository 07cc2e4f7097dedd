// SPDX-License-Identifier: Apache-2.0
//
// What each stage of a long run took, and how far it is.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace yiwen {

class StageClock {
 public:
  // Told the stage, how much of it is done, [0, 1], and how much that is in all, in a unit to be shown; 0 where that is
  // not counted. From one thread at a time.
  using Progress = std::function<void(std::string_view stage, double share, double amount, std::string_view unit)>;

  explicit StageClock(Progress progress = {}) : progress_(std::move(progress)) {}

  void begin(std::string_view stage);  // ends the one before
  void end();
  // Tells the progress of the stage that has begun. The clock must outlive it.
  [[nodiscard]] std::function<void(double)> share(double amount = 0, std::string_view unit = {});

  struct Stage {
    std::string name;
    double wall = 0;               // seconds
    double cpu = 0;                // of all threads
    std::uint64_t peak_bytes = 0;  // of the process, up to its end
  };
  [[nodiscard]] const std::vector<Stage>& stages() const { return stages_; }

 private:
  Progress progress_;
  std::vector<Stage> stages_;
  bool open_ = false;
  std::chrono::steady_clock::time_point wall_{};
  double cpu_ = 0;
};

}  // namespace yiwen
