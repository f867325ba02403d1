import type { Context } from "hono";
import { z } from "zod";
import type { SandboxBindings } from "#sandbox/app.ts";
import { BadRequest, badRequest } from "#sandbox/json-app.ts";
import { readJson } from "#sandbox/parse.ts";
import { defaultAccount } from "#sandbox/stripe/state.ts";
import type { StripeAccount } from "#sandbox/stripe/stripe-account.ts";

type ControlRequest = Context<{ Bindings: SandboxBindings }>;

const Body = z.looseObject({ account: z.string().optional() });

/** The account that the query names, or the one that is always there. */
export function readAccount(c: ControlRequest, account = c.req.query("account")): StripeAccount {
  const name = account ?? defaultAccount.account;
  const found = c.env.world.stripe.find(name);
  if (!found) throw new BadRequest(`There is no account ${name}`);
  return found;
}

/** The account that the body names, and the rest of the body. */
export async function readBody(c: ControlRequest): Promise<{ account: StripeAccount; body: object }> {
  const { account, ...body } = await readJson(c.req, Body, badRequest);
  return { account: readAccount(c, account), body };
}
