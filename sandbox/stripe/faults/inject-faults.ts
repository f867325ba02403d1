import { createMiddleware } from "hono/factory";
import type { StripeEnv } from "../router.ts";
import { readText } from "../wire/read-call.ts";
import { takeRequestFaults } from "./take-faults.ts";
import { withFaults } from "./with-faults.ts";

/** What goes wrong around a call; inside it, `refuse` does. */
export const injectFaults = createMiddleware<StripeEnv>(async (c, next) => {
  c.set("faults", {});
  if (!c.var.key) return next();
  const { db } = c.env.world.stripe.get(c.var.key.account);
  const { method, path, url } = c.req;
  const encoded = `${new URL(url).search} ${await readText(c)}`;
  const faults = takeRequestFaults(db, { method, path, encoded });
  c.set("faults", faults);
  const answer = async () => {
    await next();
    return c.res;
  };
  c.res = await withFaults(faults, answer, () => c.env.deliverStripe(db.account));
});
