import { expect, test } from "vitest";
import { newAccount } from "../wire/testing.ts";
import { toPreviousAttributes } from "./context.ts";

test("what an update tells of before: changed fields, objects in part, arrays whole, new fields as null", () => {
  const before = {
    id: "x",
    name: "a",
    same: [1],
    list: [{ a: 1 }, { b: 2 }],
    deep: { kept: 1, was: 2 },
    gone: null,
  };
  const after = {
    id: "x",
    name: "b",
    same: [1],
    list: [{ a: 1 }],
    deep: { kept: 1, was: 3, added: 4 },
    gone: { a: 1 },
  };
  expect(toPreviousAttributes(before, after)).toEqual({
    name: "a",
    list: [{ a: 1 }, { b: 2 }],
    deep: { was: 2, added: null },
    gone: null,
  });
});

test("an event of an update carries them, an event of a creation does not", async () => {
  const { stripe } = await newAccount();
  const { id } = await stripe.customers.create({ name: "Ada", metadata: { a: "1" } });
  await stripe.customers.update(id, { name: "Eve", metadata: { b: "2" } });
  const [updated, created] = (await stripe.events.list()).data;
  expect(updated).toMatchObject({
    type: "customer.updated",
    data: { previous_attributes: { name: "Ada", metadata: { b: null } } },
  });
  expect(Object.keys(updated?.data.previous_attributes ?? {})).toEqual(
    expect.arrayContaining(["name", "metadata"]),
  );
  expect(created?.data).not.toHaveProperty("previous_attributes");
});
