import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { z } from "zod";
import { getConfig } from "#env.ts";
import { makeWebhookToken } from "#organization/webhooks/webhook-token.ts";
import { getOnlyConnection } from "#tests/connections.ts";
import { createUser } from "#tests/directory.ts";
import { close } from "#tests/lifecycle.ts";
import {
  addMembers,
  callRest,
  fetchApi,
  listAudit,
  readTable,
  restart,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock, stopClock } from "#tests/sandbox.ts";
import { createListener, getTraffic, useWebhooks } from "#tests/webhooks.ts";

useWebhooks();

const Bookings = z.object({
  bookings: z.array(z.object({ id: z.number(), guest_name: z.string().optional() })),
});

const listNews = async (organization: TestOrganization) =>
  (await listAudit(organization, { limit: 100, details: true })).filter(({ action }) =>
    action.startsWith("webhook/"),
  );

const codeOf = async (response: Response) =>
  z.object({ error: z.object({ code: z.string() }) }).parse(await response.json()).error.code;

test("a booking made elsewhere shows at once, although lists are cached", async () => {
  const { book, deliver, organization } = await createListener();
  const find = async () =>
    Bookings.parse(
      (
        await callRest(organization.apiKey, "get_bookings", {
          arrival_from: "2031-03-01",
          arrival_to: "2031-03-31",
        })
      ).body,
    ).bookings;
  expect(await find()).toEqual([]);
  await stopClock();
  const booking = await book("Ann Secret");
  await deliver();
  expect(await find()).toMatchObject([{ id: booking }]);
});

test("what comes in is one audit row with ids and no guest data", async () => {
  const { news, organization, post } = await createListener();
  expect((await post(news)).status).toBe(204);
  const rows = await listNews(organization);
  expect(rows).toMatchObject([
    {
      action: "webhook/reservation.updated",
      actor: "system",
      target: "77",
      result: "ok",
      billable: false,
      connection: (await getOnlyConnection(organization)).id,
      details: JSON.stringify({ property: 5, booking: 77 }),
    },
  ]);
  expect(JSON.stringify(rows)).not.toContain("Ann");
});

test("duplicates leave one row each, and disorder changes nothing", async () => {
  const { book, deliver, organization } = await createListener({
    webhookDuplicates: 2,
    webhookDisorder: true,
  });
  const bookings = [await book("First", "03"), await book("Second", "04")];
  await deliver();
  await advanceClock("1h");
  await deliver();
  const { sent } = await getTraffic(organization);
  expect(sent.length).toBeGreaterThanOrEqual(6);
  expect(sent.every(({ responseStatus }) => responseStatus === 204)).toBe(true);
  const targets = (await listNews(organization)).map(({ target }) => Number(target));
  expect(targets.sort()).toEqual(bookings.sort());
});

test("a delivery that is sent again later is taken and not recorded again, also after a restart", async () => {
  const { news, organization, post } = await createListener();
  await post(news);
  await restart(organization);
  expect((await post(news)).status).toBe(204);
  expect(await listNews(organization)).toHaveLength(1);
});

test("what is remembered of deliveries is forgotten after a day", async () => {
  const { news, organization, post } = await createListener();
  await post(news);
  await advanceClock("25h");
  await post({ ...news, data: { id: 78 } });
  expect(await readTable(organization, "webhook_deliveries")).toHaveLength(1);
});

test("events that are not known yet, and what is not an event, are taken without a trace", async () => {
  const { news, organization, post } = await createListener();
  expect((await post({ ...news, event: "invoice.created" })).status).toBe(204);
  expect((await post([])).status).toBe(204);
  expect(await listNews(organization)).toEqual([]);
});

test("a wrong login is 401, none is 401 without I/O, and neither leaves a row", async () => {
  const { news, organization, post, webhook } = await createListener();
  const wrong = `Basic ${btoa(`${webhook.login}:${"0".repeat(64)}`)}`;
  for (const authorization of [wrong, "Basic !!!", `Bearer ${webhook.password}`, "Basic "]) {
    const refused = await post(news, { authorization });
    expect([refused.status, await codeOf(refused)]).toEqual([401, "invalid_credentials"]);
  }
  const none = await post(news, {});
  expect([none.status, await codeOf(none)]).toEqual([401, "missing_credential"]);
  expect(await listNews(organization)).toEqual([]);
});

test("a forged address, an unknown one and another organization's are refused", async () => {
  const { news, webhook } = await createListener();
  const other = await createListener();
  const send = (path: string) =>
    fetchApi(path, {
      method: "POST",
      headers: { authorization: webhook.authorization },
      body: JSON.stringify(news),
    });
  const forged = webhook.path.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  expect((await send(forged)).status).toBe(404);
  expect((await send("/webhooks/hostaway/x")).status).toBe(404);
  const unknown = makeWebhookToken(other.organization.id, getConfig(env).keyRing);
  expect((await send(`/webhooks/hostaway/${unknown}`)).status).toBe(404);
  expect((await send(other.webhook.path)).status).toBe(401);
  expect(await listNews(other.organization)).toEqual([]);
});

test("news of another account is refused, although address and login are right", async () => {
  const { news, organization, post } = await createListener();
  const refused = await post({ ...news, accountId: 1 });
  expect([refused.status, await codeOf(refused)]).toEqual([400, "invalid_request"]);
  expect(await listNews(organization)).toEqual([]);
});

test("a body that is no JSON is 400, and one over a megabyte 413", async () => {
  const { post } = await createListener();
  expect((await post("{")).status).toBe(400);
  expect((await post("x".repeat(1024 * 1024 + 1))).status).toBe(413);
});

test("an organization that is being deleted takes nothing more", async () => {
  const { news, organization, post } = await createListener();
  const owner = await createUser();
  await addMembers(organization, "owner", owner.id);
  await close(organization, { actor: `user:${owner.id}` });
  expect((await post(news)).status).toBe(404);
});

test("an organization that is gone answers as an address that never was", async () => {
  const { news, organization, post } = await createListener();
  await organization.object.erase();
  expect((await post(news)).status).toBe(404);
});
