import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { getNow } from "#lib/get-now.ts";
import {
  alterDatabase,
  callRest,
  createOrganization,
  getValue,
  readTable,
  setEntitlement,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { createCustomer, readAccount, stripe, subscribe } from "#tests/stripe.ts";
import { METER_EVENT } from "../setup/put-meter.ts";
import { setOverage } from "./set-overage.ts";

const toContext = async ({ id }: TestOrganization) => ({
  env,
  id,
  now: Math.floor(await getNow(env)),
  by: { actor: "system" } as const,
});

const choose = async (organization: TestOrganization, mode: "refuse" | "bill") =>
  setOverage(await toContext(organization), { mode });

/** Subscribed, with a quota of two calls beyond which calls are billed. */
async function createBilled() {
  const organization = await createOrganization();
  await subscribe(organization);
  await choose(organization, "bill");
  await setEntitlement(organization, { toolCalls: 2, overage: "bill", version: 1_000 });
  return organization;
}

async function callTimes({ apiKey }: TestOrganization, times: number) {
  for (let call = 0; call < times; call += 1) {
    expect((await callRest(apiKey, "get_connection_status")).status).toBe(200);
  }
}

/** What Stripe will bill, once everything has been reported. */
async function readMetered(organization: TestOrganization): Promise<number> {
  await advanceClock("11m");
  await expect
    .poll(async () => {
      await runDurableObjectAlarm(organization.object);
      return (await readTable(organization, "overage")).every(({ calls, reported }) => calls === reported);
    })
    .toBe(true);
  // Stripe takes its time to count what it has taken in.
  await advanceClock("11m");
  const meters = await stripe.billing.meters.list({ status: "active", limit: 100 });
  const meter = meters.data.find(({ event_name }) => event_name === METER_EVENT);
  const minute = Math.floor((await getNow(env)) / 60_000) * 60;
  const { data } = await stripe.billing.meters.listEventSummaries(meter?.id ?? "", {
    customer: await createCustomer(organization),
    start_time: minute - 86_400,
    end_time: minute + 60,
  });
  return data.reduce((sum, { aggregated_value }) => sum + aggregated_value, 0);
}

test("calls beyond the quota are reported to Stripe, each once, in as many reports as it takes", async () => {
  const organization = await createBilled();
  await callTimes(organization, 5);
  expect(await readMetered(organization)).toBe(3);
  await callTimes(organization, 4);
  expect(await readMetered(organization)).toBe(7);
  expect(getValue(await organization.object.getUsageOverview()).overage).toEqual({ mode: "bill", calls: 7 });
});

test("a report that was killed before or after it arrived adds its calls once", async () => {
  const organization = await createBilled();
  await callTimes(organization, 5);
  await alterDatabase(organization, "update overage set reporting = 3, reported_at = ?", await getNow(env));
  expect(await readMetered(organization)).toBe(3);
  await alterDatabase(organization, "update overage set reported = 0, reporting = 3");
  await callTimes(organization, 1);
  expect(await readMetered(organization)).toBe(4);
});

test("calls within the quota, and calls that are free, are in no report", async () => {
  const organization = await createBilled();
  await callTimes(organization, 2);
  await callRest(organization.apiKey, "no_such_tool");
  expect(await readTable(organization, "overage")).toEqual([]);
});

test("the metered item comes and goes with the choice, and stays while there are calls to bill", async () => {
  const organization = await createOrganization();
  await subscribe(organization);
  expect(await readAccount(organization)).toMatchObject({ overage: "refuse", overage_item_id: null });
  await choose(organization, "bill");
  await choose(organization, "bill");
  expect(await readAccount(organization)).toMatchObject({
    overage: "bill",
    overage_item_id: expect.any(String),
  });
  expect(getValue(await organization.object.getEntitlement()).overage).toBe("bill");
  await choose(organization, "refuse");
  expect(await readAccount(organization)).toMatchObject({ overage: "refuse", overage_item_id: null });
  expect(getValue(await organization.object.getEntitlement()).overage).toBe("refuse");

  await choose(organization, "bill");
  const periodAnchor = Number((await readAccount(organization)).period_start);
  await setEntitlement(organization, { toolCalls: 1, overage: "bill", version: 1_000, periodAnchor });
  await callTimes(organization, 2);
  await choose(organization, "refuse");
  expect(await readAccount(organization)).toMatchObject({
    overage: "refuse",
    overage_item_id: expect.any(String),
  });
});

test("without a subscription there is nothing to bill it to", async () => {
  const refused = await choose(await createOrganization(), "bill").catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(AppError);
  expect(refused).toMatchObject({ code: "conflict", message: expect.stringContaining("subscribe first") });
});
