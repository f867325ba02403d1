import { expect, test } from "vitest";
import { control } from "#sandbox/testing.ts";
import { newAccount } from "./testing.ts";

const many = (count: number, toPair: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => toPair(index)).join("&");

test("what is huge, deep or plentiful is refused shortly, and the next request is answered", async () => {
  const { send } = await newAccount();
  const forms: [string, string, number, string][] = [
    ["two megabytes", `name=${"x".repeat(2_000_000)}`, 413, "too large"],
    ["a name too long", `name=${"x".repeat(900_000)}`, 400, "at most"],
    ["thousands of unknown parameters", many(50_000, (index) => `p${index}=1`), 400, "p0, p1"],
    ["thousands of levels", `name${"[a]".repeat(5000)}=1`, 400, "Invalid parameter name"],
    ["thousands of keys of metadata", many(50_000, (index) => `metadata[k${index}]=1`), 400, "50 keys"],
    ["a prototype", "__proto__[polluted]=1&metadata[__proto__]=x", 400, "__proto__"],
    ["a value and a branch", "address=1&address[city]=x", 400, "Invalid parameter name"],
    ["a far index", "preferred_locales[999999999999]=en&name=Ada", 200, ""],
  ];
  for (const [what, form, status, message] of forms) {
    const answer = await send("POST", "/v1/customers", { form });
    expect([what, answer.status]).toEqual([what, status]);
    const text = answer.body.error?.message ?? "";
    expect(text).toContain(message);
    expect(text.length).toBeLessThan(1000);
  }
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("of many requests under one key one has an effect, and the others are told so", async () => {
  const { stripe, send } = await newAccount();
  const headers = { "Idempotency-Key": "one" };
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => send("POST", "/v1/customers", { form: "name=Ada", headers })),
  );
  const ids = new Set(answers.flatMap(({ status, body }) => (status === 200 ? [body.id] : [])));
  expect(ids.size).toBe(1);
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  expect((await stripe.customers.list()).data).toHaveLength(1);
});

test("a snapshot that is none changes nothing", async () => {
  const { account, stripe } = await newAccount();
  const { id } = await stripe.customers.create({});
  for (const value of [{}, { position: 1 }, { position: "1", item: { id } }, { position: 1, item: {} }]) {
    const rows = [{ kind: "stripe.customer", id, value }];
    expect((await control("/stripe/snapshot", { account, rows })).status).toBe(400);
  }
  expect((await stripe.customers.retrieve(id)).id).toBe(id);
});

test("each answer names its request and its version, also where none was asked for", async () => {
  const { send } = await newAccount();
  const { headers } = await send("GET", "/v1/customers");
  expect(headers.get("Request-Id")).toMatch(/^req_/);
  expect(headers.get("Stripe-Version")).toBe("2026-10-28.endive");
  const old = await send("GET", "/v1/customers", { headers: { "Stripe-Version": "2024-06-20" } });
  expect(old.headers.get("Stripe-Version")).toBe("2024-06-20");
});
