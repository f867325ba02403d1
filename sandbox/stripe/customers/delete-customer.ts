import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { cancelSchedule } from "../schedules/cancel-schedule.ts";
import { isLive } from "../schedules/is-live.ts";
import { cancelSubscription } from "../subscriptions/cancel-subscription.ts";
import { hasEnded } from "../subscriptions/statuses.ts";

/** All that the customer was to pay for ends at once. */
export const deleteCustomer = endpoint(
  "DELETE",
  "/v1/customers/:customer",
  z.strictObject({}),
  (ctx, _, ids) => {
    const { db } = ctx;
    const { id } = db.customers.get(ids.customer);
    for (const schedule of db.schedules.by("customer", id).filter(isLive))
      cancelSchedule(ctx, schedule.id, { invoice_now: false, prorate: false });
    for (const subscription of db.subscriptions.by("customer", id))
      if (!hasEnded(subscription)) cancelSubscription(ctx, subscription.id);
    ctx.emit("customer.deleted", db.customers.get(id), { customer: id });
    db.customers.remove(id);
    return db.deletedCustomers.put({ id, object: "customer", deleted: true });
  },
);
