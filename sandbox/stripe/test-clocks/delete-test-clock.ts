import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

/** Takes its customers and their subscriptions with it. */
export const deleteTestClock = endpoint(
  "DELETE",
  "/v1/test_helpers/test_clocks/:clock",
  z.strictObject({}),
  (ctx, _, { clock: id }) => {
    const { db } = ctx;
    const clock = db.testClocks.get(id);
    for (const customer of db.customers.by("test_clock", id)) {
      db.customers.remove(customer.id);
      db.deletedCustomers.put({ id: customer.id, object: "customer", deleted: true });
    }
    for (const subscription of db.subscriptions.by("test_clock", id))
      db.subscriptions.remove(subscription.id);
    for (const task of db.tasks.by("clock", id)) db.tasks.remove(task.id);
    db.testClocks.remove(id);
    ctx.emit("test_helpers.test_clock.deleted", clock);
    return { id, object: "test_helpers.test_clock", deleted: true };
  },
);
