import { badRequest, jsonApp } from "#sandbox/json-app.ts";
import { parseOr } from "#sandbox/parse.ts";
import {
  CollectionSettings,
  collectionSettings,
  setCollectionSettings,
} from "#sandbox/stripe/invoices/collection-settings.ts";
import { readAccount, readBody } from "./stripe-request.ts";

const byItself = { id: null, idempotency_key: null };

/** What an account of the Stripe stand-in does about renewals that are not paid. */
export const stripeCollection = jsonApp();

stripeCollection.get("/", (c) => c.json(collectionSettings(readAccount(c).db)));

/** What is left out is as Stripe recommends it. */
stripeCollection.post("/", async (c) => {
  const { account, body } = await readBody(c);
  const settings = parseOr(CollectionSettings, body, badRequest);
  account.act(c.env.world.clock.now(), byItself, ({ db }) => setCollectionSettings(db, settings));
  return c.json(settings);
});
