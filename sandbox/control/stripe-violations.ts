import { jsonApp } from "#sandbox/json-app.ts";
import { violationsOfEvent } from "#sandbox/stripe/contract/validate.ts";

/** What was not as the SDK's types have it: in requests that were accepted, in answers, and in events. */
export const stripeViolations = jsonApp();

stripeViolations.get("/", (c) => {
  const { stripe } = c.env.world;
  const events = stripe.all().flatMap(({ db }) =>
    db.events.all().flatMap((event) => {
      const violations = violationsOfEvent(event);
      return violations.length > 0 ? [{ id: event.id, type: event.type, violations }] : [];
    }),
  );
  return c.json({ requests: stripe.violations.all(), events });
});
