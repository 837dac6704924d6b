// A program of somebody else that uses the installed text layer.
#include <cstdio>

#include "text/fold.h"
#include "text/tokenize.h"

int main() {
  std::printf("%zu %s\n", sahafa::tokenize("L’enquête : والصندوق").size(),
              sahafa::fold("Enquête أمن").c_str());
}
