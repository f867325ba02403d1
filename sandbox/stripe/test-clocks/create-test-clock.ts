import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import type { TestClock } from "../core/objects.ts";
import { Text, Timestamp } from "../wire/parameters.ts";

const Params = z.strictObject({
  frozen_time: Timestamp.pipe(z.int().min(0)),
  customer: Text.optional(),
  name: Text.max(300).optional(),
});

const thirtyDays = 30 * 86_400;

export const createTestClock = endpoint("POST", "/v1/test_helpers/test_clocks", Params, addTestClock);

export function addTestClock(ctx: Context, params: z.output<typeof Params>): TestClock {
  const clock = ctx.db.testClocks.put({
    id: ctx.db.newId("clock_"),
    object: "test_helpers.test_clock",
    created: ctx.wall(),
    deletes_after: ctx.wall() + thirtyDays,
    frozen_time: params.frozen_time,
    livemode: false,
    name: params.name ?? null,
    status: "ready",
    status_details: {},
  });
  if (params.customer) attach(ctx, params.customer, clock.id);
  ctx.emit("test_helpers.test_clock.created", clock);
  return clock;
}

/** Only while nothing of the customer's has begun that would go by the other clock (assumed). */
function attach({ db }: Context, customer: string, clock: string): void {
  const { test_clock } = db.customers.get(customer, "customer");
  const isBusy = db.subscriptions.by("customer", customer).length > 0;
  if (test_clock || isBusy)
    throw invalidRequest(`The customer '${customer}' cannot be attached to a test clock any more.`, {
      param: "customer",
    });
  db.customers.change(customer, { test_clock: clock });
}
