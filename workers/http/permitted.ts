import { createMiddleware } from "hono/factory";
import type { Permission } from "#directory/roles.ts";
import type { HonoEnv } from "./hono.ts";
import { type Access, requireMember } from "./require-member.ts";
import { requirePerson } from "./require-person.ts";

export const security: Record<string, string[]>[] = [{ session: [] }];

/** What a route below `/api/v1/organizations/{organization}` says of who may use it: enforced, and written into the OpenAPI document. */
export function permitted(permission: Permission, access: Access = {}) {
  const middleware = createMiddleware<HonoEnv>(async (c, next) => {
    const organization = c.req.param("organization") ?? "";
    c.set("member", await requireMember(c.env, c.req.raw.headers, organization, permission, access));
    await next();
  });
  return { middleware, security, "x-permission": permission };
}

/** A route about the person who asks, whatever organizations they are in. */
export function signedIn() {
  const middleware = createMiddleware<HonoEnv>(async (c, next) => {
    c.set("person", await requirePerson(c.env, c.req.raw.headers));
    await next();
  });
  return { middleware, security, "x-permission": "signed in" as const };
}
