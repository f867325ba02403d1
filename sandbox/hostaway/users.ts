import { Hono } from "hono";
import { z } from "zod";
import type { HostawayEnv } from "./context.ts";
import { success } from "./envelope.ts";
import { each, Flag, Integer, Text } from "./fields.ts";
import { NoQuery, QuerySwitch, readQuery } from "./query.ts";
import { getRow } from "./rows.ts";

/** Some of the sixty permissions. */
export const permissions = [
  "isAdmin",
  "createListing",
  "readListing",
  "updateListing",
  "createReservation",
  "readReservation",
  "updateReservation",
  "readCalendar",
  "updateCalendar",
  "accessFinancialData",
] as const;

export const User = z.object({
  ...each(["id", "accountId"], z.int()),
  userGroupId: Integer,
  ...each(["firstName", "lastName", "email"], z.string()),
  phone: Text,
  ...each(permissions, Flag),
  listingMapIds: z.array(z.int()),
});
export type User = z.infer<typeof User>;

export const UserGroup = z.object({ ...each(["id", "accountId"], z.int()), name: z.string() });
export type UserGroup = z.infer<typeof UserGroup>;

/** Who works for the account. `listingMapIds` comes only when resources are asked for. */
export const users = new Hono<HostawayEnv>();

users.get("/users", (c) => {
  const { includeResources } = readQuery(c, z.object({ includeResources: QuerySwitch }));
  return success(
    c.var.account.users.all().map((user) => (includeResources ? user : { ...user, listingMapIds: [] })),
  );
});

/** One user, in an array all the same. */
users.get("/user/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  return success([getRow(c, c.var.account.users)]);
});

users.get("/userGroups", (c) => {
  readQuery(c, NoQuery);
  return success(c.var.account.userGroups.all());
});
