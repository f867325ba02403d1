import { Hono } from "hono";
import { z } from "zod";
import type { HostawayEnv } from "./context.ts";
import { success } from "./envelope.ts";
import { each, Flag, Text } from "./fields.ts";
import { QuerySwitch, readQuery } from "./query.ts";

export const User = z.object({
  ...each(["id", "accountId"], z.int()),
  ...each(["firstName", "lastName", "email"], z.string()),
  phone: Text,
  isAdmin: Flag,
  listingMapIds: z.array(z.int()),
});
export type User = z.infer<typeof User>;

/** Who works for the account. `listingMapIds` comes only when resources are asked for. */
export const users = new Hono<HostawayEnv>();

users.get("/users", (c) => {
  const { includeResources } = readQuery(c, z.object({ includeResources: QuerySwitch }));
  return success(
    c.var.account.users.all().map((user) => (includeResources ? user : { ...user, listingMapIds: [] })),
  );
});
