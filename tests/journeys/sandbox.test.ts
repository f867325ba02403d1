import { existsSync } from "node:fs";
import { join } from "node:path";
import Stripe from "stripe";
import { expect, test } from "vitest";
import { npmRun } from "./npm-start.ts";
import { isOpen, listOtherAddresses } from "./open-sockets.ts";
import { getPort } from "./ports.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

const port = getPort("sandbox");
const url = `http://127.0.0.1:${port}`;
const key = "sk_test_latchkeysandbox";

const start = (data: string, ...args: string[]) =>
  npmRun("sandbox", "--port", String(port), "--data", data, ...args);
const isListening = () => Promise.all([port, port + 1].map((number) => isOpen(number)));

async function curl(path: string, form?: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method: form ? "POST" : "GET",
    headers: { Authorization: `Basic ${btoa(`${key}:`)}` },
    body: form && new URLSearchParams(form),
  });
  return { status: response.status, body: await response.json() };
}

test("the sandbox runs alone, answers curl and the SDK, and keeps what it holds until --fresh", async () => {
  const data = makeTemporaryFolder();
  const first = start(data);
  const printed = await first.ready();
  expect(printed).toContain(`curl ${url}/v1/customers -u ${key}:`);
  expect(printed).toContain(`new Stripe("${key}", { host: "127.0.0.1", port: ${port}, protocol: "http" })`);

  expect((await fetch(url)).status).toBe(200);
  const settings = await fetch(`${url}/control/stripe/settings`);
  expect(await settings.json()).toMatchObject({ rate_limits: true });
  const stripe = new Stripe(key, { host: "127.0.0.1", port, protocol: "http", telemetry: false });
  const { id } = await stripe.customers.create({ email: "kept@example.com" });
  const kept = { status: 200, body: { id, email: "kept@example.com" } };
  expect(await curl(`/v1/customers/${id}`)).toMatchObject(kept);
  const refused = { status: 400, body: { error: { code: "parameter_unknown", param: "colour" } } };
  expect(await curl("/v1/customers", { colour: "red" })).toMatchObject(refused);
  const elsewhere = listOtherAddresses().map((host) => isOpen(port, host));
  expect(new Set(await Promise.all(elsewhere))).toEqual(new Set([false]));
  await first.stop();
  expect(await isListening()).toEqual([false, false]);

  const second = start(data);
  await second.ready();
  expect(await curl(`/v1/customers/${id}`)).toMatchObject(kept);
  await second.stop();

  const third = start(data, "--fresh");
  await third.ready();
  expect(await curl(`/v1/customers/${id}`)).toMatchObject({ status: 404 });
  await third.stop();
  expect(await isListening()).toEqual([false, false]);
});

test("a port that is taken or that is none is said, and nothing is started", async () => {
  const data = makeTemporaryFolder();
  const first = start(data);
  await first.ready();
  const folder = join(makeTemporaryFolder(), "data");
  const second = start(folder);
  expect(await second.ended).toBe(1);
  expect(await second.stderr).toContain(`choose others: npm run sandbox -- --port 9000`);
  await first.stop();
  const third = npmRun("sandbox", "--port=65535", "--data", folder);
  expect(await third.ended).toBe(1);
  expect(await third.stderr).toContain("--port takes a number from 1 to 65534; the two ports");
  expect(existsSync(folder)).toBe(false);
});
