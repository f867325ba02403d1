import { toBlock, toClauses } from "./block.ts";
import { ownedTables, touchesOwnedTable } from "./owned-tables.ts";
import { type IsTheirs, isOwnerColumn, tie } from "./tie.ts";
import { is, split, type Token } from "./tokens.ts";

interface Insert {
  /** From `insert` up to where its rows come from. */
  target: Token[];
  /** The `select` that its rows come from, if one does. */
  source: Token[];
  /** The lists after `values`. */
  rows: Token[];
  /** From `on conflict`. */
  upsert: Token[];
}

export function toInsert(tokens: Token[]): Insert {
  const find = (isIt: (at: number) => boolean) => {
    const at = tokens.findIndex((_, at) => isIt(at));
    return at === -1 ? tokens.length : at;
  };
  const upsertAt = find((at) => is(tokens[at], "on") && is(tokens[at + 1], "conflict"));
  const sourceAt = Math.min(
    find((at) => is(tokens[at], "select", "values")),
    upsertAt,
  );
  const rest = tokens.slice(sourceAt, upsertAt);
  const isSelect = is(rest[0], "select");
  return {
    target: tokens.slice(0, sourceAt),
    source: isSelect ? rest : [],
    rows: isSelect ? [] : rest.filter(({ kind }) => kind === "group"),
    upsert: tokens.slice(upsertAt),
  };
}

/** Whether it may write a row that is not the organization's. */
export function isForeignInsert({ target, source, rows, upsert }: Insert, isTheirs: IsTheirs): boolean {
  if (touchesOwnedTable([...rows, ...upsert])) return true;
  const into = target.findIndex((token) => is(token, "into"));
  const [table, columns] = target.slice(into + 1);
  const owner = table?.kind === "word" ? ownedTables.get(table.text) : undefined;
  if (owner === undefined) return touchesOwnedTable(target);
  if (is(target[0], "replace") || target.some((token) => is(token, "replace"))) return true;

  const listed = listItems(columns);
  const at = listed.findIndex((item) => item.length === 1 && is(item[0], owner));
  if (at === -1 || overwritesOthers(upsert, owner)) return true;
  if (rows.length > 0) return !rows.every((row) => isOnly(listItems(row)[at], isTheirs));
  if (source.some((token) => is(token, "union", "intersect", "except"))) return true;
  const block = toBlock(source);
  const items = split(block.clauses.find(({ name }) => name === "select")?.tokens ?? [], ",");
  const [item = []] = split(items[at] ?? [], "as");
  return !isOnly(item, isTheirs) && !isOwnerColumn(item, block, tie(block, isTheirs, new Map()));
}

const listItems = (list: Token | undefined) => (list?.kind === "group" ? split(list.tokens, ",") : []);

const isOnly = (item: Token[] | undefined, isTheirs: IsTheirs) => item?.length === 1 && isTheirs(item[0]);

/** Only a conflict within the organization may end in an update, and that leaves the row where it is. */
function overwritesOthers(upsert: Token[], owner: string): boolean {
  const clauses = toClauses(upsert, ["conflict", "set", "where", "returning"]);
  const set = clauses.find(({ name }) => name === "set")?.tokens ?? [];
  if (set.length === 0) return false;
  const target = clauses.find(({ name }) => name === "conflict")?.tokens[0];
  const isWithin = listItems(target).some((item) => is(item.at(-1), owner));
  return !isWithin || split(set, ",").some(([column]) => is(column, owner));
}
