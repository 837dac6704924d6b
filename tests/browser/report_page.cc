// Reads a report's data as JSON from standard input and writes the page: what the browser test opens.
#include <iostream>
#include <iterator>
#include <string>

#include "analysis/report/page.h"

int main() {
  const std::string json{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  std::cout << sahafa::make_report_page(json);
  return 0;
}
