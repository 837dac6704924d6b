#include "ingest/day_order.h"

#include <fmt/format.h>

#include <string>

#include "ingest/reader.h"

namespace sahafa {
namespace {

struct Orders {
  int day_first = 0;
  int month_first = 0;
  int either = 0;
  std::string example;  // the first date that allows both
};

Orders count_orders(const Intake& intake) {
  Orders orders;
  for (const Intake::Item& item : intake.items) {
    const DateKind kind = read_date_value(item.article.date).kind;
    orders.day_first += kind == DateKind::day_first ? 1 : 0;
    orders.month_first += kind == DateKind::month_first ? 1 : 0;
    orders.either += kind == DateKind::either ? 1 : 0;
    if (kind == DateKind::either && orders.example.empty()) orders.example = item.article.date;
  }
  return orders;
}

}  // namespace

DayOrder find_day_order(Intake& out) {
  const Orders orders = count_orders(out);
  if (orders.month_first == 0 || orders.either == 0) return DayOrder::day_first;
  if (orders.day_first == 0) {
    add_issue(
        out, "", "date order",
        fmt::format("{} dates such as {} were read month first, because {} other dates of the file can be "
                    "nothing else; check one of them",
                    orders.either, orders.example, orders.month_first));
    return DayOrder::month_first;
  }
  add_issue(out, "", "date order",
            fmt::format(
                "the dates of the file contradict each other: {} can only be day first, {} only month first; "
                "{} such as {} were read day first; check them",
                orders.day_first, orders.month_first, orders.either, orders.example));
  return DayOrder::day_first;
}

}  // namespace sahafa
