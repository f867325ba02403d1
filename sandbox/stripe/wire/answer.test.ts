import { expect, test } from "vitest";
import { control } from "#sandbox/testing.ts";
import { stripeClient } from "../testing.ts";
import { newAccount, sendAs } from "./testing.ts";

test("what does not exist is a 404 that names it", async () => {
  const refused = stripeClient().customers.retrieve("cus_404");
  await expect(refused).rejects.toMatchObject({
    statusCode: 404,
    code: "resource_missing",
    param: "id",
    message: "No such customer: 'cus_404'",
  });
});

test("an unknown key is refused without showing it", async () => {
  const refused = stripeClient("sk_test_wrongsecret").customers.retrieve("cus_404");
  await expect(refused).rejects.toMatchObject({ statusCode: 401 });
  await expect(refused).rejects.not.toThrow("wrongsecret");
});

test("a key comes as a bearer token or as a user's name; anything else is a 401 with an error", async () => {
  const { secretKey } = await newAccount();
  const good = [`Bearer ${secretKey}`, `bearer  ${secretKey}`, `Basic ${btoa(`${secretKey}:`)}`];
  for (const authorization of good)
    expect((await sendAs(authorization, "GET", "/v1/customers")).status, authorization).toBe(200);
  for (const authorization of [
    "",
    "Bearer",
    "Basic !!!",
    "Digest x",
    secretKey,
    `Bearer ${secretKey}x`,
    "Basic",
  ]) {
    const { status, body } = await sendAs(authorization, "GET", "/v1/customers");
    expect([status, body.error?.type], authorization).toEqual([401, "invalid_request_error"]);
  }
});

test("a restricted key does what it was made for and no more", async () => {
  const { account } = await newAccount();
  const made = await control(`/stripe/accounts/${account}/keys`, {
    permissions: { customers: "write", products: "read" },
  });
  const { secretKey } = Object(made.body);
  expect(secretKey).toMatch(/^rk_test_/);
  const statusOf = async (method: string, path: string) =>
    (await sendAs(`Bearer ${secretKey}`, method, path, method === "POST" ? { form: "name=A" } : {})).status;
  expect(await statusOf("POST", "/v1/customers")).toBe(200);
  expect(await statusOf("GET", "/v1/customers")).toBe(200);
  expect(await statusOf("GET", "/v1/products")).toBe(200);
  expect(await statusOf("POST", "/v1/products")).toBe(403);
  expect(await statusOf("GET", "/v1/subscriptions")).toBe(403);
});

test("each answer can be found again by its headers", async () => {
  const { send } = await newAccount();
  const headers = { "Idempotency-Key": "k1", "Stripe-Version": "2026-10-28.endive" };
  const answers = [
    await send("POST", "/v1/customers", { form: "name=A", headers }),
    await send("POST", "/v1/customers", { form: "nope=A", headers }),
    await send("GET", "/v1/nowhere", { headers }),
  ];
  const ids = answers.map((answer) => answer.headers.get("Request-Id"));
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^req_\w{14}$/);
  for (const answer of answers) {
    expect(answer.headers.get("Idempotency-Key")).toBe("k1");
    expect(answer.headers.get("Stripe-Version")).toBe("2026-10-28.endive");
  }
});

test("a version that never was is refused, an older one is taken", async () => {
  const { send } = await newAccount();
  const statusAt = async (version: string) =>
    (await send("GET", "/v1/customers", { headers: { "Stripe-Version": version } })).status;
  for (const version of ["2026-10-28.endive", "2025-03-31.basil", "2024-06-20"])
    expect(await statusAt(version)).toBe(200);
  for (const version of ["2099-01-01.endive", "2025-03-31", "2025-03-31.clover", "latest"])
    expect(await statusAt(version), version).toBe(400);
});

test("unknown paths, other methods and other kinds of body are refused with an error", async () => {
  const { send } = await newAccount();
  const json = { form: '{"name":"A"}', headers: { "Content-Type": "application/json" } };
  const refused: [number, Awaited<ReturnType<typeof send>>][] = [
    [404, await send("GET", "/v1/nowhere")],
    [404, await send("PUT", "/v1/customers", { form: "name=A" })],
    [404, await send("DELETE", "/v1/customers")],
    [404, await send("GET", "/v2/nowhere")],
    [400, await send("POST", "/v1/customers", json)],
    [400, await send("POST", "/v1/customers", { form: `name${"[a]".repeat(9000)}=A` })],
    [413, await send("POST", "/v1/customers", { form: `name=${"A".repeat(1_100_000)}` })],
  ];
  for (const [status, answer] of refused)
    expect([answer.status, answer.body.error?.type]).toEqual([status, "invalid_request_error"]);
  expect(refused[0]?.[1].body.error?.message).toContain("Unrecognized request URL (GET: /v1/nowhere)");
});
