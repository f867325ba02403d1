import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import type { SubscriptionSchedule } from "../core/objects.ts";
import { toList } from "../wire/list.ts";
import { Bool, isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";

const Params = z.strictObject({
  ...listFields,
  canceled_at: RangeFilter,
  completed_at: RangeFilter,
  created: RangeFilter,
  customer: Text.optional(),
  released_at: RangeFilter,
  scheduled: Bool.default(false),
});
type Params = z.output<typeof Params>;

export const listSchedules = endpoint("GET", "/v1/subscription_schedules", Params, ({ db }, params) =>
  toList(
    "/v1/subscription_schedules",
    db.schedules.where((schedule) => matches(schedule, params)),
    params,
    db.schedules,
  ),
);

/** Without a customer, those of customers on a test clock are not shown. */
function matches(schedule: SubscriptionSchedule, params: Params): boolean {
  const { customer, scheduled } = params;
  const isWhen = (range: Params["created"], time: number | null) =>
    !range || (time !== null && isWithin(range, time));
  return (
    (customer === undefined ? schedule.test_clock === null : schedule.customer === customer) &&
    (!scheduled || schedule.status === "not_started") &&
    isWhen(params.created, schedule.created) &&
    isWhen(params.canceled_at, schedule.canceled_at) &&
    isWhen(params.completed_at, schedule.completed_at) &&
    isWhen(params.released_at, schedule.released_at)
  );
}
