// The other side of workers.h: what happens in the forked processes, and the messages between the two sides.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

#include "tools/serve/workers.h"

namespace sahafa::tools {

/// Forks a process for every order that comes through `orders` until its other end is closed or `parent` is gone. Never
/// returns.
[[noreturn]] void fork_for_orders(int orders, pid_t parent, const Workers::Work& work,
                                  const WorkLimits& limits);

/// Sends an order and the pipe for its result. False when nobody takes orders any more.
bool send_order(int orders, std::string_view order, int results);

/// The result out of what came through the pipe; nullopt when it is not complete.
std::optional<std::string> unframe_result(std::string_view bytes);

}  // namespace sahafa::tools
