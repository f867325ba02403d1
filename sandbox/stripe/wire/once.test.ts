import { afterAll, expect, test } from "vitest";
import { advance, control, resetSandbox } from "#sandbox/testing.ts";
import { newAccount } from "./testing.ts";

afterAll(resetSandbox);

const key = { headers: { "Idempotency-Key": "k1" } };

test("a request repeated under its key has no second effect and gets the same answer", async () => {
  const { stripe, send } = await newAccount();
  const first = await send("POST", "/v1/customers", { form: "name=Ada&email=a@b.co", ...key });
  const again = await send("POST", "/v1/customers", { form: "email=a@b.co&name=Ada", ...key });
  expect(again).toMatchObject({ status: 200, body: first.body });
  expect(again.headers.get("Idempotent-Replayed")).toBe("true");
  expect(again.headers.get("Original-Request")).toBe(first.headers.get("Request-Id"));
  expect(again.headers.get("Request-Id")).not.toBe(first.headers.get("Request-Id"));
  expect(first.headers.get("Idempotent-Replayed")).toBeNull();
  expect((await stripe.customers.list()).data).toHaveLength(1);
});

test("another request under the same key is refused", async () => {
  const { send } = await newAccount();
  const { body } = await send("POST", "/v1/customers", { form: "name=Ada", ...key });
  const refusals = [
    await send("POST", "/v1/customers", { form: "name=Eve", ...key }),
    await send("POST", `/v1/customers/${body.id}`, { form: "name=Ada", ...key }),
  ];
  for (const { status, body } of refusals)
    expect([status, body.error]).toMatchObject([
      400,
      {
        type: "idempotency_error",
        message:
          "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than 'k1' if you meant to execute a different request.",
      },
    ]);
});

test("the same key of another account is another key, and reads take none", async () => {
  const [one, two] = [await newAccount(), await newAccount()];
  const made = await one.send("POST", "/v1/customers", { form: "name=Ada", ...key });
  expect((await two.send("POST", "/v1/customers", { form: "name=Eve", ...key })).status).toBe(200);
  expect(
    (await one.send("GET", `/v1/customers/${made.body.id}`, key)).headers.get("Idempotent-Replayed"),
  ).toBeNull();
});

test("what fails validation leaves the key free, what fails later does not", async () => {
  const { send } = await newAccount();
  expect((await send("POST", "/v1/customers", { form: "nope=1", ...key })).status).toBe(400);
  expect((await send("POST", "/v1/customers", { form: "name=Ada", ...key })).status).toBe(200);
  const late = { form: "test_clock=clock_404", headers: { "Idempotency-Key": "k2" } };
  const failed = await send("POST", "/v1/customers", late);
  const again = await send("POST", "/v1/customers", late);
  expect([again.status, again.body]).toEqual([400, failed.body]);
  expect(again.headers.get("Idempotent-Replayed")).toBe("true");
});

test("a server's failure is replayed, and says that trying again is in vain", async () => {
  const { account, stripe, send } = await newAccount();
  await control("/stripe/faults", { account, kind: "error", status: 500, when: "after", times: 1 });
  const call = () => send("POST", "/v1/customers", { form: "name=Ada", ...key });
  const [failed, again] = [await call(), await call()];
  expect([failed.status, again.status, again.body]).toEqual([500, 500, failed.body]);
  expect(again.headers.get("Stripe-Should-Retry")).toBe("false");
  expect((await stripe.customers.list()).data).toHaveLength(1);
});

test("a conflict or a limit is not kept: the next try succeeds", async () => {
  for (const status of [409, 429]) {
    const { account, send } = await newAccount();
    await control("/stripe/faults", { account, kind: "error", status, times: 1 });
    const call = () => send("POST", "/v1/customers", { form: "name=Ada", ...key });
    expect([(await call()).status, (await call()).status]).toEqual([status, 200]);
  }
});

test("while one request holds a key, another is told to wait", async () => {
  const { account, stripe, send } = await newAccount();
  await control("/stripe/faults", { account, kind: "latency", ms: 300, times: 1 });
  const call = () => send("POST", "/v1/customers", { form: "name=Ada", ...key });
  const [slow, other] = await Promise.all([call(), call()]);
  expect([slow.status, other.status].sort()).toEqual([200, 409]);
  const refused = [slow, other].find(({ status }) => status === 409);
  expect(refused?.body.error).toMatchObject({ code: "idempotency_key_in_use" });
  expect((await stripe.customers.list()).data).toHaveLength(1);
  expect((await call()).headers.get("Idempotent-Replayed")).toBe("true");
});

test("a key is free again after a day, and may not be too long", async () => {
  const { stripe, send } = await newAccount();
  const call = () => send("POST", "/v1/customers", { form: "name=Ada", ...key });
  await call();
  await advance("23h");
  expect((await call()).headers.get("Idempotent-Replayed")).toBe("true");
  await advance("1h");
  expect((await call()).headers.get("Idempotent-Replayed")).toBeNull();
  expect((await stripe.customers.list()).data).toHaveLength(2);
  const long = await send("POST", "/v1/customers", {
    form: "",
    headers: { "Idempotency-Key": "k".repeat(256) },
  });
  expect(long.status).toBe(400);
});
