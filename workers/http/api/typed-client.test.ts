import { exports } from "cloudflare:workers";
import { hc } from "hono/client";
import { expect, test } from "vitest";
import { createPerson } from "#tests/person.ts";
import type { Api } from "../../app.ts";

test("the dashboard's typed client speaks to every kind of route", async () => {
  const { browser } = await createPerson();
  const origin = "https://app.latchkey.test";
  const client = hc<Api>(origin, {
    headers: { origin, cookie: browser.cookie() },
    fetch: (input: RequestInfo | URL, init?: RequestInit) =>
      exports.Dashboard.fetch(new Request(input, init)),
  });
  const { organizations } = client.api.v1;
  const { id } = await (await organizations.$post({ json: { name: "Typed" } })).json();
  const one = organizations[":organization"];
  const param = { organization: id };
  const { secret } = await (await one.keys.$post({ param, json: { name: "Office" } })).json();
  expect(secret).toMatch(/^api_/);
  const { keys } = await (await one.keys.$get({ param })).json();
  expect(keys.map(({ name }) => name)).toEqual(["Office"]);
  const settings = await one.settings.$patch({ param, json: { keyCreation: "administrators" } });
  expect(await settings.json()).toMatchObject({ keyCreation: "administrators" });
  const { rows } = await (await one.activity.$get({ param, query: { action: "keys/create" } })).json();
  expect(rows).toHaveLength(1);
});
