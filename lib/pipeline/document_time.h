// SPDX-License-Identifier: Apache-2.0
//
// How long one document has kept a thread busy.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "yiwen/document.h"

namespace yiwen {

// Counts processor time of the thread that made it, so that a busy machine costs no document its place.
class DocumentTime {
 public:
  // 0: no limit; `spent` is what earlier steps took of it, in seconds
  explicit DocumentTime(double max_seconds, double spent = 0);

  [[nodiscard]] double seconds() const;  // so far, with what was spent before

  // What to say where the time is over; `step` is what has been done last: "extracted".
  [[nodiscard]] std::optional<Diagnostic> over(const std::string& source, std::string_view step) const;

 private:
  double max_seconds_;
  double begin_;
};

}  // namespace yiwen
