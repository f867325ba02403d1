import { expect, test } from "vitest";
import { createCatcher } from "#tests/catcher.ts";
import { createMember, createPerson } from "#tests/person.ts";

test("a webhook is made, tested, changed, signed anew and deleted", async () => {
  const owner = await createPerson();
  const base = `/api/v1/organizations/${await owner.createOrganization()}/webhooks`;
  const catcher = createCatcher();
  const made = await owner.browser.post(base, { url: catcher.url, events: ["usage.threshold"] });
  expect([made.status, made.body]).toMatchObject([
    201,
    { secret: expect.stringMatching(/^whsec_/), enabled: true },
  ]);
  const { id } = made.body as { id: string };
  const tested = await owner.browser.post(`${base}/${id}/test`, {});
  expect(tested.body).toMatchObject({ state: "delivered", status: 200, type: "webhook.test" });
  const { id: delivery } = tested.body as { id: string };
  await owner.browser.post(`${base}/${id}/deliveries/${delivery}/redeliver`, {});
  expect((await owner.browser.get(`${base}/${id}/deliveries`)).body).toMatchObject({ deliveries: [{}, {}] });
  expect(await catcher.list()).toHaveLength(2);
  const rotated = await owner.browser.post(`${base}/${id}/secret`, {});
  expect([rotated.status, rotated.body]).toMatchObject([201, { formerSecretUntil: expect.any(Number) }]);
  const changed = await owner.browser.send("PATCH", `${base}/${id}`, { enabled: false });
  expect([changed.status, changed.body]).toMatchObject([200, { enabled: false }]);
  expect(JSON.stringify((await owner.browser.get(base)).body)).not.toContain("whsec_");
  expect((await owner.browser.send("DELETE", `${base}/${id}`, {})).status).toBe(204);
  expect((await owner.browser.get(base)).body).toMatchObject({ webhooks: [] });
});

test.each([
  ["an address that is not public", { url: "https://127.0.0.1/" }],
  ["an event that does not exist", { url: "https://hooks.acme.com/", events: ["nothing"] }],
  ["nothing", {}],
])("%s is refused", async (_, body) => {
  const owner = await createPerson();
  const base = `/api/v1/organizations/${await owner.createOrganization()}/webhooks`;
  const answer = await owner.browser.post(base, body);
  expect([answer.status, answer.body]).toMatchObject([400, { error: { code: "invalid_request" } }]);
});

test("a member may neither see webhooks nor make one", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const { browser } = await createMember(owner, id, "member");
  const base = `/api/v1/organizations/${id}/webhooks`;
  expect((await browser.get(base)).status).toBe(403);
  expect((await browser.post(base, { url: "https://hooks.acme.com/" })).status).toBe(403);
});
