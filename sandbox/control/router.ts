import { z } from "zod";
import { badRequest, jsonApp } from "#sandbox/json-app.ts";
import { readJson } from "#sandbox/parse.ts";
import type { World } from "#sandbox/world.ts";
import { accounts } from "./accounts.ts";
import { clock, Moment, toClockView } from "./clock.ts";
import { hostaway } from "./hostaway.ts";

const Reset = z.strictObject({ now: Moment.optional() });

/** What moves the sandbox: a person, a script or a test. */
export const control = jsonApp("/control");

control.route("/clock", clock);
control.route("/hostaway", hostaway);
control.route("/hostaway/accounts", accounts);

control.get("/state", (c) => c.json(toStateView(c.env.world)));

control.post("/reset", async (c) => {
  const { now } = await readJson(c.req, Reset, badRequest);
  return c.json(toStateView(c.env.reset(now)));
});

function toStateView({ clock: sandboxClock, hostaway: state, mails }: World) {
  return {
    clock: toClockView(sandboxClock),
    hostaway: {
      settings: state.settings.of(""),
      faults: state.faults.all(),
      accounts: state.accounts.summaries(),
    },
    mails: mails.newestFirst().length,
  };
}
