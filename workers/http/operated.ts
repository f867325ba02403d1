import { createMiddleware } from "hono/factory";
import { type Env, getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { getNow } from "#lib/get-now.ts";
import { recordLook } from "#operator/record-look.ts";
import { type HonoEnv, toNothingHere } from "./hono.ts";
import { security } from "./permitted.ts";
import { type Person, requirePerson } from "./require-person.ts";

/** One of the people who run this Latchkey, who asks now. */
export interface Operator extends Person {
  now: number;
}

/**
 * A route of the operator console: open to verified addresses that the configuration names, with a second factor. To anybody
 * else there is nothing here. It is written down before anything is read.
 */
export function operated(operationId: string) {
  const middleware = createMiddleware<HonoEnv>(async (c, next) => {
    const person = await requirePerson(c.env, c.req.raw.headers);
    if (!isOperator(c.env, person)) throw toNothingHere();
    if (!person.hasTwoFactor) {
      throw new AppError("two_factor_required", "The operator console is open only with a second factor.");
    }
    const by = { ...person.by, actor: `operator:${person.userId}` } as const;
    const operator = { ...person, by, now: Math.floor(await getNow(c.env)) };
    const { organization, event, mail } = c.req.param() as Partial<Record<string, string>>;
    const { search } = new URL(c.req.url);
    const target = organization ?? event ?? mail ?? search;
    await recordLook(c.env, operator, { operation: operationId, organization, target });
    c.set("operator", operator);
    await next();
  });
  return { operationId, middleware, security, "x-permission": "operator" as const };
}

/** Whether the configuration names this person, who has still to have a second factor. */
export function isOperator(env: Env, { email, isEmailVerified }: Person): boolean {
  return isEmailVerified && getConfig(env).operatorEmails.includes(email.toLowerCase());
}
