import { z } from "zod";
import { badRequest, jsonApp } from "#sandbox/json-app.ts";
import { parseOr } from "#sandbox/parse.ts";
import { seed } from "#sandbox/stripe/seed/seed.ts";
import { readBody } from "./stripe-request.ts";

const Nothing = z.strictObject({});

/** Gives an account of the Stripe stand-in something to show. */
export const stripeSeed = jsonApp();

stripeSeed.post("/", async (c) => {
  const { account, body } = await readBody(c);
  parseOr(Nothing, body, badRequest);
  return c.json(seed(account, c.env.world.clock.now()), 201);
});
