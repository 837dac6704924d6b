#include "text/large_pages.h"

#include <sys/mman.h>

#include <cstdint>

namespace sahafa {
namespace {

std::size_t whole_pages(std::size_t bytes) { return (bytes + kLargePage - 1) / kLargePage * kLargePage; }

}  // namespace

void* map_large_pages(std::size_t bytes) {
  const std::size_t wanted = whole_pages(bytes);
  if (wanted < bytes) throw std::bad_alloc();
  // The system gives multiples of a small page; what is too much at both ends goes back.
  void* const given =
      ::mmap(nullptr, wanted + kLargePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (given == MAP_FAILED) throw std::bad_alloc();
  char* const first = static_cast<char*>(given);
  const std::size_t before = (kLargePage - reinterpret_cast<std::uintptr_t>(given) % kLargePage) % kLargePage;
  if (before > 0) ::munmap(first, before);
  if (before < kLargePage) ::munmap(first + before + wanted, kLargePage - before);
  ::madvise(first + before, wanted, MADV_HUGEPAGE);  // a wish: refused, all else is the same
  return first + before;
}

void unmap_large_pages(void* memory, std::size_t bytes) { ::munmap(memory, whole_pages(bytes)); }

}  // namespace sahafa
