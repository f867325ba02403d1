import { expect, test } from "vitest";
import { newAccount } from "./testing.ts";

const ids = (list: { data: { id: string }[] }) => list.data.map(({ id }) => id);

test("pages go both ways, newest first, with 10 to a page unless told", async () => {
  const { stripe } = await newAccount();
  const made: string[] = [];
  for (let index = 0; index < 12; index++) made.unshift((await stripe.customers.create({})).id);
  const first = await stripe.customers.list();
  expect(ids(first)).toEqual(made.slice(0, 10));
  expect(first.has_more).toBe(true);
  const next = await stripe.customers.list({ limit: 3, starting_after: made[8] });
  expect([ids(next), next.has_more]).toEqual([made.slice(9), false]);
  const back = await stripe.customers.list({ limit: 3, ending_before: made[8] });
  expect([ids(back), back.has_more]).toEqual([made.slice(5, 8), true]);
  const start = await stripe.customers.list({ limit: 5, ending_before: made[2] });
  expect([ids(start), start.has_more]).toEqual([made.slice(0, 2), false]);
});

test("the official client goes through 250 objects by itself", async () => {
  const { stripe, send } = await newAccount();
  for (let index = 0; index < 250; index++) await send("POST", "/v1/customers", { form: `name=${index}` });
  const names = await stripe.customers.list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
  expect(names.map(({ name }) => Number(name))).toEqual(
    Array.from({ length: 250 }, (_, index) => 249 - index),
  );
});

test("limits, cursors and ranges that cannot be are refused", async () => {
  const { stripe, send } = await newAccount();
  const { id } = await stripe.customers.create({});
  const wrong: [string, object][] = [
    ["limit=0", { code: "parameter_invalid_integer", param: "limit" }],
    ["limit=101", { message: "This value must be less than or equal to 100." }],
    ["limit=ten", { message: "Invalid integer: ten" }],
    [
      "starting_after=cus_404",
      { message: "No such customer: 'cus_404'", code: "resource_missing", param: "starting_after" },
    ],
    ["ending_before=cus_404", { param: "ending_before" }],
    [`starting_after=${id}&ending_before=${id}`, { message: expect.stringContaining("both") }],
    ["created[after]=1", { message: "Received unknown parameter: created[after]" }],
  ];
  for (const [query, error] of wrong) {
    const { status, body } = await send("GET", `/v1/customers?${query}`);
    expect([status, body.error], query).toMatchObject([400, error]);
  }
});

test("a range of times says which objects are meant", async () => {
  const { stripe } = await newAccount();
  const { id, created } = await stripe.customers.create({});
  expect(ids(await stripe.customers.list({ created }))).toEqual([id]);
  expect(ids(await stripe.customers.list({ created: { gte: created, lt: created + 1 } }))).toEqual([id]);
  expect(ids(await stripe.customers.list({ created: { gt: created } }))).toEqual([]);
});
