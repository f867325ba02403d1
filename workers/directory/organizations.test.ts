import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getOrganization } from "#organization/get-organization.ts";
import { createPerson } from "#tests/person.ts";
import { forOrganization } from "./directory.ts";

const AUTH = "/api/v1/auth";

test("creating an organization makes its creator the owner and brings its object to life", async () => {
  const ann = await createPerson();
  const id = await ann.createOrganization("Ann's homes");
  expect(await forOrganization(env.DB, id).findOrganization()).toMatchObject({
    name: "Ann's homes",
    state: "active",
  });
  expect(await getOrganization(env, id).listKeys()).toEqual({ ok: true, value: [] });
  const { body } = await ann.browser.get(`${AUTH}/organization/get-active-member-role?organizationId=${id}`);
  expect(body).toMatchObject({ role: "owner" });
});
