// Completions for bash, zsh and fish out of the list of verbs.
#pragma once

#include <string>

#include "tools/verb.h"

namespace sahafa::tools {

std::string make_bash_completion(std::span<const Verb> verbs);
std::string make_zsh_completion(std::span<const Verb> verbs);
std::string make_fish_completion(std::span<const Verb> verbs);

}  // namespace sahafa::tools
