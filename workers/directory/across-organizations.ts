import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";

/** Everything that may look at rows of more than one organization, and why. */
type Reason =
  | "the organizations of one person"
  | "the invitations of one address"
  | "an invitation by its id"
  | "organizations that are due"
  | "data keys to wrap anew";

/** For what no single organization can be named for. Each statement carries its reason, here and in D1's own insights. */
export function acrossOrganizations(db: D1Database, reason: Reason): DrizzleD1Database {
  return drizzle(withComment(db, `across organizations: ${reason}`));
}

function withComment(db: D1Database, comment: string): D1Database {
  return new Proxy(db, {
    get(target, name) {
      if (name === "prepare") return (sql: string) => target.prepare(`/* ${comment} */ ${sql}`);
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
