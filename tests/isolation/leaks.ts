import { type Block, toBlock } from "./block.ts";
import { isForeignInsert, toInsert } from "./insert.ts";
import { namesOwnedTable } from "./owned-tables.ts";
import { type IsTheirs, type Tied, tie } from "./tie.ts";
import { is, split, type Token } from "./tokens.ts";

const NONE: Tied = new Map();

/** Whether a statement reaches rows that are not, or not surely, the organization's. */
export function leaks(tokens: Token[], isTheirs: IsTheirs, outer: Tied = NONE): boolean {
  if (is(tokens[0], "insert", "replace")) {
    const insert = toInsert(tokens);
    if (isForeignInsert(insert, isTheirs)) return true;
    return insert.source.length > 0 && leaks(insert.source, isTheirs, outer);
  }
  return split(tokens, "union", "intersect", "except").some((part) => leaksBlock(part, isTheirs, outer));
}

function leaksBlock(tokens: Token[], isTheirs: IsTheirs, outer: Tied): boolean {
  const block = toBlock(tokens);
  const tied = tie(block, isTheirs, outer);
  const named = tokens.filter((_, at) => namesOwnedTable(tokens, at)).length;
  return (
    // One is named where a table is not expected.
    named > block.tables.length ||
    block.tables.some(({ alias }) => !tied.has(alias)) ||
    movesRows(block) ||
    // `update or replace` deletes what is in the way.
    (is(tokens[0], "update") && is(tokens[1], "or")) ||
    tokens.some((token) => leaksInside(token, isTheirs, tied))
  );
}

/** An update may not give rows to somebody else. */
function movesRows({ clauses, tables: [table] }: Block): boolean {
  const set = clauses.find(({ name }) => name === "set")?.tokens ?? [];
  return table !== undefined && split(set, ",").some(([column]) => is(column, table.owner));
}

function leaksInside(token: Token, isTheirs: IsTheirs, tied: Tied): boolean {
  if (token.kind !== "group") return false;
  const { tokens } = token;
  if (is(tokens[0], "select", "with", "insert")) return leaks(tokens, isTheirs, tied);
  return tokens.some((inner, at) => namesOwnedTable(tokens, at) || leaksInside(inner, isTheirs, tied));
}
