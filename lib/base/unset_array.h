// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>

namespace yiwen {

// An array whose items hold anything until they are written, also those of a type whose constructor would write them.
// Whoever fills it does so once, on as many threads as it likes: each of them waits for the pages of its own part only.
template <class T>
class UnsetArray {
  // So that memory alone makes the items.
  static_assert(std::is_trivially_copy_constructible_v<T> && std::is_trivially_destructible_v<T>);

 public:
  UnsetArray() = default;
  // Throws std::bad_alloc.
  explicit UnsetArray(std::size_t size) : items_(std::allocator<T>().allocate(size), Free{size}) {}

  [[nodiscard]] std::size_t size() const { return items_ == nullptr ? 0 : items_.get_deleter().size; }
  [[nodiscard]] T* data() { return items_.get(); }
  [[nodiscard]] const T* data() const { return items_.get(); }
  [[nodiscard]] std::span<T> all() { return {data(), size()}; }
  [[nodiscard]] std::span<const T> all() const { return {data(), size()}; }
  [[nodiscard]] T& operator[](std::size_t i) { return data()[i]; }
  [[nodiscard]] const T& operator[](std::size_t i) const { return data()[i]; }

 private:
  struct Free {
    std::size_t size = 0;
    void operator()(T* items) const { std::allocator<T>().deallocate(items, size); }
  };
  std::unique_ptr<T, Free> items_;
};

}  // namespace yiwen
