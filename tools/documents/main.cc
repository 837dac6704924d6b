// sahafa_documents FOLDER: writes man/sahafa*.1 and completions/ there. Run by the build.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>

#include "text/error.h"
#include "tools/documents/completions.h"
#include "tools/documents/man_page.h"

namespace {

namespace fs = std::filesystem;
using namespace sahafa;
using namespace sahafa::tools;

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw Error(ErrorCode::unreadable, fmt::format("{}: cannot be written", path.string()));
}

void write_documents(const fs::path& folder) {
  write(folder / "man" / "sahafa.1", make_overview_page(verbs(), SAHAFA_VERSION));
  for (const Verb& verb : verbs())
    write(folder / "man" / fmt::format("sahafa-{}.1", verb.name), make_verb_page(verb, SAHAFA_VERSION));
  write(folder / "completions" / "sahafa", make_bash_completion(verbs()));
  write(folder / "completions" / "_sahafa", make_zsh_completion(verbs()));
  write(folder / "completions" / "sahafa.fish", make_fish_completion(verbs()));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: sahafa_documents FOLDER\n";
    return kUsage;
  }
  try {
    write_documents(argv[1]);
    return kOk;
  } catch (const std::exception& error) {
    std::cerr << "sahafa_documents: " << error.what() << '\n';
    return kFailed;
  }
}
