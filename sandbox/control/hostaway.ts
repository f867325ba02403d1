import { z } from "zod";
import { FaultRule } from "#sandbox/hostaway/faults.ts";
import { HostawaySettings } from "#sandbox/hostaway/settings.ts";
import { BadRequest, badRequest, jsonApp } from "#sandbox/json-app.ts";
import { parseOr, readJson } from "#sandbox/parse.ts";
import type { World } from "#sandbox/world.ts";
import { getAccount } from "./get-account.ts";

const AccountId = z.string().optional();
const SettingsRequest = z.looseObject({ account: AccountId });
const FaultRequest = FaultRule.extend({ account: AccountId });

const DeliveryRequest = z.strictObject({ account: AccountId });

/** How the Hostaway stand-in behaves, for everyone or for one account. */
export const hostaway = jsonApp();

hostaway.post("/settings", async (c) => {
  const { account, ...change } = await readJson(c.req, SettingsRequest, badRequest);
  const { settings } = c.env.world.hostaway;
  const scope = scopeOf(c.env.world, account);
  parseOr(HostawaySettings, settings.preview(scope, change), badRequest);
  return c.json(settings.change(scope, change));
});

hostaway.post("/faults", async (c) => {
  const { account, ...rule } = await readJson(c.req, FaultRequest, badRequest);
  return c.json(c.env.world.hostaway.faults.add(scopeOf(c.env.world, account), rule), 201);
});

hostaway.delete("/faults", (c) => {
  const removed = c.env.world.hostaway.faults.removeAll(scopeOf(c.env.world, c.req.query("account")));
  return c.json({ removed });
});

hostaway.get("/requests", (c) => {
  const { requests } = c.env.world.hostaway;
  const account = c.req.query("account");
  return c.json({ requests: account === undefined ? requests.all() : requests.of(account) });
});

hostaway.get("/webhooks", (c) => {
  const account = getAccount(c.env.world, c.req.query("account") ?? "");
  return c.json({
    webhooks: account.webhooks.all(),
    pending: c.env.world.hostaway.outbox.of(account.id),
    sent: account.webhookLogs.all(),
  });
});

hostaway.post("/webhooks/deliver", async (c) => {
  const { account } = await readJson(c.req, DeliveryRequest, badRequest);
  await c.env.deliver(account);
  return c.json({ pending: c.env.world.hostaway.outbox.all().length });
});

/** What settings and faults are stored under: an account that exists, or "" for all. */
function scopeOf(world: World, account: string | undefined): string {
  if (account === undefined) return "";
  if (!world.hostaway.accounts.findCredentials(account))
    throw new BadRequest(`There is no account ${account}`);
  return account;
}
