// Memory for tables that are looked up at random: in pages of 2 MiB, where the system has them. With pages of 4 KiB the processor finds out
// anew at nearly every look-up where its page lies, which costs more than the look-up.
#pragma once

#include <cstddef>
#include <new>

namespace sahafa {

inline constexpr std::size_t kLargePage = std::size_t{2} << 20;

/// Zeroed memory at a multiple of kLargePage, asked from the system itself: the heap would keep what a growing table leaves behind, which is as
/// much again as the table. `bytes` is at least kLargePage. Throws std::bad_alloc.
void* map_large_pages(std::size_t bytes);
/// Gives back what map_large_pages(bytes) gave.
void unmap_large_pages(void* memory, std::size_t bytes);

/// For containers; what is smaller than a large page is had as usual. Stateless.
template <class T>
struct LargePageAllocator {
  using value_type = T;

  LargePageAllocator() = default;
  template <class Other>
  LargePageAllocator(const LargePageAllocator<Other>&) {
  }  // NOLINT(google-explicit-constructor): as allocators are

  /// Throws std::bad_alloc.
  T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    return static_cast<T*>(bytes >= kLargePage ? map_large_pages(bytes) : ::operator new(bytes, kAlignment));
  }
  void deallocate(T* memory, std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    bytes >= kLargePage ? unmap_large_pages(memory, bytes) : ::operator delete(memory, kAlignment);
  }

  friend bool operator==(const LargePageAllocator&, const LargePageAllocator&) { return true; }

 private:
  static constexpr std::align_val_t kAlignment{alignof(T)};
};

}  // namespace sahafa
