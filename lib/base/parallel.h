// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace yiwen {

// Calls body(i) once for every i in [0, count), on up to `threads` threads; returns when all calls have returned.
// Bodies must write to places of their own only, so that the outcome does not depend on the number of threads.
// The first exception that leaves a body is thrown again here, after the other threads have stopped.
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& body);

}  // namespace yiwen
