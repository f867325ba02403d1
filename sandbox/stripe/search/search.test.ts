import { afterAll, beforeAll, expect, test } from "vitest";
import { advance, control, resetSandbox } from "#sandbox/testing.ts";
import { newAccount } from "../wire/testing.ts";

beforeAll(() => control("/clock", { speed: 0 }));
afterAll(resetSandbox);

async function newPeople() {
  const account = await newAccount();
  const { stripe } = account;
  await stripe.customers.create({
    name: "Ada Lovelace",
    email: "ada@one.example",
    metadata: { tier: "gold" },
  });
  await advance("1s");
  const { created } = await stripe.customers.create({ name: "Alan Turing", email: "alan@two.example" });
  await advance("1s");
  await stripe.customers.create({ name: 'Grace "Amazing" Hopper', metadata: { tier: "tin", "a b": "1" } });
  await advance("1m");
  const find = async (query: string) => {
    const { data } = await stripe.customers.search({ query });
    return data.map(({ name }) => name?.split(" ")[0]);
  };
  return { ...account, created, find };
}

test("clauses find by value, part, number, metadata and their opposites", async () => {
  const { created, find } = await newPeople();
  const found: [string, string[]][] = [
    ["email:'ada@one.example'", ["Ada"]],
    ['name:"alan turing"', ["Alan"]],
    ["name~'lan'", ["Alan"]],
    ["-name~'lan'", ["Grace", "Ada"]],
    [`created>${created}`, ["Grace"]],
    [`created>=${created}`, ["Grace", "Alan"]],
    [`created<${created}`, ["Ada"]],
    ["metadata['tier']:'gold'", ["Ada"]],
    ["metadata['a b']:'1'", ["Grace"]],
    ["-metadata['tier']:null", ["Grace", "Ada"]],
    ["email:null", ["Grace"]],
    ["metadata['tier']:'gold' OR email:'alan@two.example'", ["Alan", "Ada"]],
    [`metadata["tier"]:"gold" AND created>${created}`, []],
    ['name:"Grace \\"Amazing\\" Hopper"', ["Grace"]],
  ];
  for (const [query, names] of found) expect(await find(query), query).toEqual(names);
});

test("what is no query is refused", async () => {
  const { send } = await newAccount();
  const wrong = [
    "",
    "ada",
    "name:ada",
    "name:'ada",
    "name:'a' name:'b'",
    "name:'a' AND",
    "name:'a' AND name:'b' OR name:'c'",
    "shoe_size:'42'",
    "name>'a'",
    "name~'ab'",
    "created:'soon'",
    "metadata:'x'",
    Array.from({ length: 11 }, () => "name:'a'").join(" AND "),
  ];
  for (const query of wrong)
    expect((await send("GET", `/v1/customers/search?query=${encodeURIComponent(query)}`)).status, query).toBe(
      400,
    );
});

test("search is some seconds behind: it does not find what was just written", async () => {
  const { stripe, account } = await newAccount();
  const { id } = await stripe.customers.create({ name: "Ada" });
  const find = async (name: string) =>
    (await stripe.customers.search({ query: `name:'${name}'` })).data.length;
  expect(await find("Ada")).toBe(0);
  await advance("4s");
  expect(await find("Ada")).toBe(0);
  await advance("1s");
  expect(await find("Ada")).toBe(1);
  await stripe.customers.update(id, { name: "Eve" });
  expect([await find("Ada"), await find("Eve")]).toEqual([1, 0]);
  await control("/stripe/settings", { account, search_lag_seconds: 0 });
  expect([await find("Ada"), await find("Eve")]).toEqual([0, 1]);
  await stripe.customers.del(id);
  expect(await find("Eve")).toBe(0);
});

test("results come in pages", async () => {
  const { stripe } = await newPeople();
  const first = await stripe.customers.search({ query: "created>0", limit: 2 });
  expect([first.data.length, first.has_more]).toEqual([2, true]);
  const rest = await stripe.customers.search({ query: "created>0", limit: 2, page: first.next_page ?? "" });
  expect([rest.data.length, rest.has_more, rest.next_page]).toEqual([1, false, null]);
  const all = await stripe.customers
    .search({ query: "created>0", limit: 1 })
    .autoPagingToArray({ limit: 10 });
  expect(all).toHaveLength(3);
  await expect(stripe.customers.search({ query: "created>0", page: "x" })).rejects.toThrow("Invalid page");
});

test("of what was made in the same second the newest comes first, as in lists", async () => {
  const { stripe } = await newAccount();
  for (const name of ["one", "two", "three"]) await stripe.customers.create({ name, phone: "same" });
  await advance("1m");
  const { data } = await stripe.customers.search({ query: "phone:'same'" });
  expect(data.map(({ name }) => name)).toEqual(["three", "two", "one"]);
});
