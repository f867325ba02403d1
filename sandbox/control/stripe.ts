import { z } from "zod";
import { badRequest, jsonApp } from "#sandbox/json-app.ts";
import { readJson } from "#sandbox/parse.ts";
import { readAccount } from "./stripe-request.ts";

const NewAccount = z.strictObject({});

/** By the first part of the path, such as `customers`. */
const NewKey = z.strictObject({ permissions: z.record(z.string(), z.enum(["read", "write"])) });

const Snapshot = z.strictObject({
  account: z.string(),
  rows: z.array(
    z.strictObject({
      kind: z.string().startsWith("stripe."),
      id: z.string(),
      // What is not a row would be found out only when all that was there is gone.
      value: z.strictObject({ position: z.int(), item: z.looseObject({ id: z.string() }) }),
    }),
  ),
});

/** The accounts of the Stripe stand-in, their keys, and all that they hold. */
export const stripe = jsonApp();

stripe.get("/accounts", (c) => c.json({ accounts: c.env.world.stripe.summaries() }));

stripe.post("/accounts", async (c) => {
  await readJson(c.req, NewAccount, badRequest);
  const { account, secretKey } = c.env.world.stripe.create();
  return c.json({ account, secretKey }, 201);
});

stripe.post("/accounts/:account/keys", async (c) => {
  const { db } = readAccount(c, c.req.param("account"));
  const { permissions } = await readJson(c.req, NewKey, badRequest);
  const { secretKey } = c.env.world.stripe.createRestrictedKey(db.account, permissions);
  return c.json({ account: db.account, secretKey }, 201);
});

stripe.get("/snapshot", (c) => {
  const { account } = readAccount(c).db;
  return c.json({ account, rows: c.env.world.stripe.dump(account) });
});

/** Takes the account back to what it was then. */
stripe.post("/snapshot", async (c) => {
  const { account, rows } = await readJson(c.req, Snapshot, badRequest);
  c.env.world.stripe.load(readAccount(c, account).db.account, rows);
  return c.json({ account, rows: rows.length });
});
