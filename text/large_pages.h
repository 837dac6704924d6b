// Memory for tables that are looked up at random: in pages of 2 MiB, where the system has them. With pages of 4 KiB the processor finds out
// anew at nearly every look-up where its page lies, which costs more than the look-up.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <new>

namespace sahafa {

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
    void* const memory = ::operator new(bytes, alignment(count));
    if (bytes >= kPage) ::madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: refused, all else is the same
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t count) { ::operator delete(memory, alignment(count)); }

  friend bool operator==(const LargePageAllocator&, const LargePageAllocator&) { return true; }

 private:
  static constexpr std::size_t kPage = std::size_t{2} << 20;
  static std::align_val_t alignment(std::size_t count) {
    return std::align_val_t(count * sizeof(T) >= kPage ? kPage : alignof(T));
  }
};

}  // namespace sahafa
