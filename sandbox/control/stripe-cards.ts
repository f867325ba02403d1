import { z } from "zod";
import { BadRequest, badRequest, jsonApp } from "#sandbox/json-app.ts";
import { parseOr } from "#sandbox/parse.ts";
import { cardBehaviours } from "#sandbox/stripe/core/records.ts";
import { testCards } from "#sandbox/stripe/payments/test-cards.ts";
import { readBody } from "./stripe-request.ts";

const byItself = { id: null, idempotency_key: null };

/** Null: each card behaves as its number says. */
const CardChange = z.strictObject({ card: z.enum(cardBehaviours).nullable() });

/** How the cards of a customer of the Stripe stand-in behave from now on. */
export const stripeCards = jsonApp();

stripeCards.get("/cards", (c) => c.json({ behaviours: cardBehaviours, cards: testCards }));

stripeCards.post("/customers/:customer", async (c) => {
  const { account, body } = await readBody(c);
  const { card } = parseOr(CardChange, body, badRequest);
  const id = c.req.param("customer");
  if (!account.db.customers.find(id)) throw new BadRequest(`There is no customer ${id}`);
  account.act(c.env.world.clock.now(), byItself, ({ db }) => {
    db.customerRecords.put({ ...db.customerRecords.find(id), id, behaviour: card });
  });
  return c.json({ customer: id, card });
});
