import { Hono } from "hono";
import { z } from "zod";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { HostawayFail, listSuccess, success } from "#sandbox/hostaway/envelope.ts";
import { NoQuery, Paging, pageOf, QueryInteger, readQuery } from "#sandbox/hostaway/query.ts";
import { getRow, newRow, nowStamp, readRow } from "#sandbox/hostaway/rows.ts";
import { events, Webhook, type WebhookLog } from "./webhook.ts";

const LogsQuery = z.object({ ...Paging, unifiedWebhookId: QueryInteger, listingMapId: QueryInteger });

/** Where an account's news go. */
export const webhooks = new Hono<HostawayEnv>();

webhooks.get("/webhooks/unifiedWebhooks", (c) => {
  readQuery(c, NoQuery);
  return success(c.var.account.webhooks.all());
});

webhooks.post("/webhooks/unifiedWebhooks", async (c) => {
  readQuery(c, NoQuery);
  const rows = c.var.account.webhooks;
  const fixed = { ...newRow(c, rows), events: [...events] };
  return success(rows.put(reachable(c, await readRow(c, Webhook, { fixed }))));
});

webhooks.get("/webhooks/unifiedWebhooks/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  return success(getRow(c, c.var.account.webhooks));
});

webhooks.put("/webhooks/unifiedWebhooks/:id{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const rows = c.var.account.webhooks;
  const base = getRow(c, rows);
  const { id, accountId, events: all, insertedOn } = base;
  const fixed = { id, accountId, events: all, insertedOn, updatedOn: nowStamp(c) };
  return success(rows.put(reachable(c, await readRow(c, Webhook, { base, fixed }))));
});

webhooks.delete("/webhooks/unifiedWebhooks/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  const { account } = c.var;
  const { id } = getRow(c, account.webhooks);
  account.webhooks.remove(id);
  c.env.world.hostaway.outbox.removeOf(account.id, id);
  return success([]);
});

webhooks.get("/unifiedWebhookLogs", (c) => {
  const { unifiedWebhookId, listingMapId, ...paging } = readQuery(c, LogsQuery);
  const logs = c.var.account.webhookLogs
    .all()
    .filter((log) => unifiedWebhookId === undefined || log.webhookId === unifiedWebhookId)
    .filter((log) => listingMapId === undefined || log.listingMapId === listingMapId)
    .reverse();
  const page = pageOf(c, logs, paging);
  return listSuccess({ ...page, rows: page.rows.map((log) => toView(c, log)) }, c.var.settings);
});

/** The real one refuses an address with a port and one that it cannot reach; nothing here leaves this computer. */
function reachable(c: HostawayContext, webhook: Webhook): Webhook {
  const { port, protocol, hostname } = new URL(webhook.url);
  const isPublic =
    protocol === "https:" && port === "" && hostname.includes(".") && !/^[\d.]+$/.test(hostname);
  if (c.var.settings.webhookAddresses === "any" || isPublic) return webhook;
  throw new HostawayFail(400, "url is not reachable");
}

function toView(c: HostawayContext, { webhookId, url, ...log }: WebhookLog) {
  const webhook = c.var.account.webhooks.find(webhookId);
  const { id, accountId, listingMapId, object, objectId, event, responseStatus, responseBody } = log;
  return {
    id,
    accountId,
    listingMapId,
    webhookNotificationSettingId: webhookId,
    isEnabled: webhook?.isEnabled ?? 0,
    url,
    login: webhook?.login ?? null,
    password: webhook?.password ? "********" : null,
    object,
    objectId,
    event,
    responseStatus,
    responseBody,
  };
}
