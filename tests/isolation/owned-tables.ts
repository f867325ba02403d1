import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "#directory/schema/index.ts";
import type { Token } from "./tokens.ts";

/** The tables whose rows belong to an organization, and the column that says to which: whatever the schema has of them. */
export const ownedTables: ReadonlyMap<string, string> = new Map(
  Object.values(schema)
    .filter((table) => is(table, SQLiteTable))
    .flatMap((table): [string, string][] => {
      if (table === schema.organizations) return [[getTableName(table), table.id.name]];
      const owner = Object.entries(getTableColumns(table)).find(([name]) => name === "organizationId");
      return owner === undefined ? [] : [[getTableName(table), owner[1].name]];
    }),
);

/** Whether a name stands for such a table, rather than before the dot of a column. */
export function namesOwnedTable(tokens: Token[], at: number): boolean {
  const [token, next] = tokens.slice(at, at + 2);
  const isQualifier = next?.kind === "symbol" && next.text === ".";
  return token?.kind === "word" && ownedTables.has(token.text) && !isQualifier;
}

/** Whether SQL names such a table anywhere. */
export function touchesOwnedTable(tokens: Token[]): boolean {
  return tokens.some((token, at) =>
    token.kind === "group" ? touchesOwnedTable(token.tokens) : namesOwnedTable(tokens, at),
  );
}
