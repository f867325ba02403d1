import { expect, test } from "vitest";
import { createPerson } from "#tests/person.ts";

const newSlug = () => `harbour-${crypto.randomUUID().slice(0, 8)}`;
const toAddress = (organization: string) => `/api/v1/organizations/${organization}`;

async function createOwner() {
  const { browser, createOrganization } = await createPerson();
  const id = await createOrganization();
  const slug = newSlug();
  await browser.send("PATCH", toAddress(id), { slug });
  return { browser, id, slug };
}

test("an organization is found by its slug as by its id, and what is changed there is its own", async () => {
  const { browser, id, slug } = await createOwner();
  expect((await browser.get(toAddress(slug))).body).toMatchObject({ id, slug, role: "owner" });
  expect((await browser.post(`${toAddress(slug)}/keys`, { name: "Office" })).status).toBe(201);
  const { body } = await browser.get(`${toAddress(id)}/keys`);
  expect(body).toMatchObject({ keys: [{ name: "Office" }] });
});

test("the slug of an organization that somebody is not in is answered as one that nobody has", async () => {
  const { browser } = await createOwner();
  const other = await createOwner();
  const answers = [other.slug, newSlug(), other.id, "org_0000000000000000"].map((organization) =>
    browser.get(`${toAddress(organization)}/keys`),
  );
  const [first, ...rest] = await Promise.all(answers);
  expect([first?.status, first?.body]).toMatchObject([404, { error: { code: "not_found" } }]);
  for (const { status, body } of rest) expect([status, body]).toEqual([first?.status, first?.body]);
});

test("a changed slug leads to the organization, and the one before leads nowhere", async () => {
  const { browser, id, slug } = await createOwner();
  const next = newSlug();
  expect((await browser.send("PATCH", toAddress(slug), { slug: next })).status).toBe(204);
  expect((await browser.get(toAddress(next))).body).toMatchObject({ id, slug: next });
  expect((await browser.get(toAddress(slug))).status).toBe(404);
});
