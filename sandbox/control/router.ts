import { z } from "zod";
import { badRequest, jsonApp } from "#sandbox/json-app.ts";
import { readJson } from "#sandbox/parse.ts";
import type { World } from "#sandbox/world.ts";
import { accounts } from "./accounts.ts";
import { clock, Moment, toClockView } from "./clock.ts";
import { hostaway } from "./hostaway.ts";
import { stripe } from "./stripe.ts";
import { stripeCards } from "./stripe-cards.ts";
import { stripeCollection } from "./stripe-collection.ts";
import { stripeEvents } from "./stripe-events.ts";
import { stripeFaults } from "./stripe-faults.ts";
import { stripeSeed } from "./stripe-seed.ts";
import { stripeViolations } from "./stripe-violations.ts";

const Reset = z.strictObject({ now: Moment.optional() });

/** What moves the sandbox: a person, a script or a test. */
export const control = jsonApp("/control");

control.route("/clock", clock);
control.route("/hostaway", hostaway);
control.route("/hostaway/accounts", accounts);
control.route("/stripe", stripe);
control.route("/stripe", stripeCards);
control.route("/stripe/collection", stripeCollection);
control.route("/stripe", stripeEvents);
control.route("/stripe", stripeFaults);
control.route("/stripe/seed", stripeSeed);
control.route("/stripe/violations", stripeViolations);

control.get("/state", (c) => c.json(toStateView(c.env.world)));

control.post("/reset", async (c) => {
  const { now } = await readJson(c.req, Reset, badRequest);
  return c.json(toStateView(c.env.reset(now)));
});

function toStateView({ clock: sandboxClock, hostaway: state, mails, stripe: payments }: World) {
  return {
    clock: toClockView(sandboxClock),
    hostaway: {
      settings: state.settings.of(""),
      faults: state.faults.all(),
      accounts: state.accounts.summaries(),
    },
    mails: mails.newestFirst().length,
    stripe: { accounts: payments.summaries() },
  };
}
