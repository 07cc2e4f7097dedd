// SPDX-License-Identifier: Apache-2.0
#include "cli/freed_memory.h"

#include <malloc.h>

namespace yiwen::cli {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kLargest = 1 << 30;  // bytes that are not asked of the system by themselves
  mallopt(M_MMAP_THRESHOLD, kLargest);
  mallopt(M_TRIM_THRESHOLD, kLargest);
#endif
}

void return_freed_memory() {
#ifdef __GLIBC__
  constexpr int kLargest = 1 << 16;  // bytes; the sentences of one piece of an input are some hundred thousand
  mallopt(M_MMAP_THRESHOLD, kLargest);
#endif
}

}  // namespace yiwen::cli
