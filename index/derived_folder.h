// Folders whose content can be made again: emptied without regret.
#pragma once

#include <filesystem>

namespace sahafa {

/// Removes whatever `folder` holds and makes it, empty. Throws Error(unreadable) naming the folder.
void make_empty_folder(const std::filesystem::path& folder);

}  // namespace sahafa
