// Running text for tests: made-up sentences in French and Arabic, drawn by a number, so that two numbers give
// two texts and one number always the same.
#pragma once

#include <cstdint>
#include <string>

namespace sahafa::test {

/// About twelve sentences in three paragraphs, one a line.
std::string french_article(std::uint32_t number);
std::string arabic_article(std::uint32_t number);

}  // namespace sahafa::test
