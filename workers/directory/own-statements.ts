import type { OrgId } from "#ids.ts";
import { tagStatements } from "./tag-statements.ts";

export const OWN_STATEMENTS = "for one organization";

/** The same database, which runs nothing that was not given the organization's id among its values. */
export function ownStatements(db: D1Database, id: OrgId): D1Database {
  return tagStatements(db, OWN_STATEMENTS, (statement) => refuseUnbound(statement, id));
}

function refuseUnbound(statement: D1PreparedStatement, id: OrgId): D1PreparedStatement {
  return new Proxy(statement, {
    get: (_, name) =>
      name === "bind"
        ? (...values: unknown[]) => {
            if (!values.includes(id)) throw unbound();
            return statement.bind(...values);
          }
        : () => {
            throw unbound();
          },
  });
}

const unbound = () => new Error("A statement for one organization was not given that organization's id.");
