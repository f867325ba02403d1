import { badRequest, jsonApp } from "#sandbox/json-app.ts";
import { parseOr } from "#sandbox/parse.ts";
import { FaultRule } from "#sandbox/stripe/faults/fault.ts";
import { StripeSettings, saveSettings, settingsOf } from "#sandbox/stripe/faults/settings.ts";
import { readAccount, readBody } from "./stripe-request.ts";

/** What goes wrong in the Stripe stand-in, and how it behaves. */
export const stripeFaults = jsonApp();

stripeFaults.get("/faults", (c) => c.json({ faults: readAccount(c).db.faults.all() }));

stripeFaults.post("/faults", async (c) => {
  const { account, body } = await readBody(c);
  const rule = parseOr(FaultRule, body, badRequest);
  const { db } = account;
  const fault = db.faults.put({ ...rule, id: `fault_${db.count("fault")}` });
  db.commit();
  return c.json(fault, 201);
});

stripeFaults.delete("/faults", (c) => {
  const { db } = readAccount(c);
  const faults = db.faults.all();
  for (const { id } of faults) db.faults.remove(id);
  db.commit();
  return c.json({ removed: faults.length });
});

stripeFaults.get("/settings", (c) => c.json(settingsOf(readAccount(c).db)));

stripeFaults.post("/settings", async (c) => {
  const { account, body } = await readBody(c);
  const settings = parseOr(StripeSettings, { ...settingsOf(account.db), ...body }, badRequest);
  saveSettings(account.db, settings);
  account.db.commit();
  return c.json(settings);
});
