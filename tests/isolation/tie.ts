import type { Block, TableReference } from "./block.ts";
import { is, type Token } from "./tokens.ts";

/** Whether a value is the organization's id. */
export type IsTheirs = (token: Token | undefined) => boolean;

/** The tables of which only the organization's own rows are reached: the column that says whose, by alias. */
export type Tied = ReadonlyMap<string, string>;

/** Beside the tables of `outer`, those that a condition ties to the organization, or to one that is tied already. */
export function tie(block: Block, isTheirs: IsTheirs, outer: Tied): Tied {
  const tied = new Map(outer);
  for (const { alias } of block.tables) tied.delete(alias);
  const isTied = (side: Token[]) => (side.length === 1 ? isTheirs(side[0]) : isColumnOf(tied, side));
  const ties = ({ alias, owner }: TableReference, condition: Token[]) => {
    const at = condition.findIndex((token) => is(token, "=", "=="));
    const [left, right] = [condition.slice(0, at), condition.slice(at + 1)];
    const isOwner = (side: Token[]) => isOwnerColumn(side, block, new Map([[alias, owner]]));
    return at > 0 && ((isOwner(left) && isTied(right)) || (isOwner(right) && isTied(left)));
  };
  for (let before = -1; before < tied.size; ) {
    before = tied.size;
    for (const table of block.tables) {
      if (table.conditions.some((condition) => ties(table, condition))) tied.set(table.alias, table.owner);
    }
  }
  return tied;
}

/** Whether `side` is the column that says whose a row of one of `tables` is. */
export function isOwnerColumn(side: Token[], { isPlain, tables: [only] }: Block, tables: Tied): boolean {
  if (side.length > 1) return isColumnOf(tables, side);
  return isPlain && only !== undefined && tables.has(only.alias) && is(side[0], only.owner);
}

function isColumnOf(tables: Tied, [alias, dot, column, ...more]: Token[]): boolean {
  if (alias?.kind !== "word" || !is(dot, ".") || more.length > 0) return false;
  return is(column, tables.get(alias.text) ?? "");
}
