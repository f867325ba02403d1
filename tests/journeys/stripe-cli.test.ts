import Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { npmRun } from "./npm-start.ts";
import { getPort } from "./ports.ts";
import { findStripeCli, runStripeCli } from "./stripe-cli.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

const port = getPort("stripe-cli");
const url = `http://127.0.0.1:${port}`;
const program = findStripeCli();

/** What the CLI offers to trigger, as far as it is about a subscription business. */
const groups =
  /^(billing_portal|checkout\.session|customer|invoice|invoiceitem|payment_method|price|product|subscription|subscription_schedule)\./;
const help = program ? await runStripeCli(program, ["trigger", "--help"]) : "";
const events = [...help.matchAll(/^ {2}([a-z_]+(?:\.[a-z_]+)+)$/gm)]
  .map(([, name = ""]) => name)
  .filter((name) => groups.test(name));

/** The CLI's own names for what is called otherwise. The API calls aborted only what delinquency ends. */
const realNames: Record<string, string> = {
  "subscription_schedule.aborted": "subscription_schedule.canceled",
  "subscription.payment_failed": "invoice.payment_failed",
  "subscription.payment_succeeded": "invoice.payment_succeeded",
};

/** Fixtures that send what the API has removed since, and the last version that took it. */
const outdated: Record<string, string> = {
  "checkout.session.async_payment_failed": "2026-08-26.dahlia",
  "checkout.session.async_payment_succeeded": "2026-08-26.dahlia",
  "customer.discount.created": "2025-02-24.acacia",
  "customer.discount.deleted": "2025-02-24.acacia",
  "customer.discount.updated": "2025-02-24.acacia",
  "subscription_schedule.canceled": "2025-08-27.basil",
  "subscription_schedule.completed": "2025-08-27.basil",
  "subscription_schedule.created": "2025-08-27.basil",
  "subscription_schedule.released": "2025-08-27.basil",
  "subscription_schedule.updated": "2025-08-27.basil",
};

/** What must happen meanwhile: a bank debit takes days, and this schedule is set up nine days before its end. */
const later: Record<string, (stripe: Stripe) => Promise<unknown>> = {
  "checkout.session.async_payment_failed": twoWeeksPass,
  "checkout.session.async_payment_succeeded": twoWeeksPass,
  "subscription_schedule.expiring": async (stripe) => {
    const [clock] = (await stripe.testHelpers.testClocks.list()).data;
    if (!clock) throw new Error("The fixture has made no test clock.");
    return stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: clock.frozen_time + 3 * 86_400 });
  },
};

async function twoWeeksPass() {
  return fetch(`${url}/control/clock`, { method: "POST", body: JSON.stringify({ advance: "14d" }) });
}

beforeAll(async () => {
  if (program) await npmRun("sandbox", "--port", String(port), "--data", makeTemporaryFolder()).ready();
});

test.skipIf(!program)("the CLI still offers what is tried here", () => {
  expect(events.length).toBeGreaterThan(45);
  expect(Object.keys(outdated).filter((name) => !events.includes(name))).toEqual([]);
});

const soon = events.filter((event) => !(event in later));

test.concurrent.each(soon)("what the CLI sends to trigger %s triggers it", async (event) => {
  const { happened, printed } = await trigger(event, outdated[event]);
  expect(happened, printed).toContain(realNames[event] ?? event);
});

// One by one, as the sandbox's clock is everybody's.
test.each(program ? Object.keys(later) : [])(
  "what the CLI sends to trigger %s triggers it in time",
  async (event) => {
    const { happened, printed } = await trigger(event, outdated[event]);
    expect(happened, printed).toContain(event);
  },
);

test.concurrent.each(Object.keys(outdated))(
  "what the CLI sends to trigger %s is refused today",
  async (event) => {
    const { happened, printed } = await trigger(event);
    expect(happened).not.toContain(event);
    // This fixture expects to be refused, and so does not tell.
    const isSilent = event === "checkout.session.async_payment_failed";
    expect(printed).toContain(isSilent ? "Trigger succeeded" : "Received unknown parameter");
  },
);

/** What happens in an account of its own. */
async function trigger(event: string, version?: string) {
  const created = await fetch(`${url}/control/stripe/accounts`, { method: "POST", body: "{}" });
  const { secretKey } = z.object({ secretKey: z.string() }).parse(await created.json());
  const target = ["--api-key", secretKey, "--api-base", url];
  const old = version ? ["--api-version", version] : [];
  const printed = await runStripeCli(program ?? "", ["trigger", event, ...target, ...old]);
  const stripe = new Stripe(secretKey, { host: "127.0.0.1", port, protocol: "http", telemetry: false });
  await later[event]?.(stripe);
  const { data } = await stripe.events.list({ limit: 100 });
  return { printed, happened: data.map(({ type }) => type) };
}
