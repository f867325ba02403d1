import { namesOwnedTable, ownedTables } from "./owned-tables.ts";
import { is, split, type Token } from "./tokens.ts";

export interface Clause {
  /** The word that it begins with. */
  name: string;
  tokens: Token[];
}

export interface TableReference {
  table: string;
  /** What its columns are named by. */
  alias: string;
  /** The column that says whose a row is. */
  owner: string;
  /** All that has to hold of its rows. */
  conditions: Token[][];
}

/** A `select`, `update` or `delete` without those inside it. */
export interface Block {
  clauses: Clause[];
  tables: TableReference[];
  /** Whether there is one table, so that a column without a table can only be its. */
  isPlain: boolean;
}

const CLAUSES =
  "with select into update delete set from join on using where group having order limit returning".split(" ");
const SOURCES = ["from", "join", "into", "update"];
/** They stand before `join`, and end what comes before them. */
const KINDS_OF_JOIN = ["inner", "left", "right", "full", "outer", "cross", "natural"];

export function toBlock(tokens: Token[]): Block {
  const clauses = toClauses(tokens, [...CLAUSES, ...KINDS_OF_JOIN]);
  const where = clauses.flatMap(({ name, tokens }) => (name === "where" ? listConditions(tokens) : []));
  const sources = clauses.filter(({ name }) => SOURCES.includes(name));
  return {
    clauses,
    tables: clauses.flatMap((clause, at) => {
      if (!SOURCES.includes(clause.name)) return [];
      // What is joined from the right keeps the rows that `on` does not hold of.
      const kind = clauses.slice(0, at).findLast(({ name }) => name !== "outer")?.name ?? "";
      const keepsAll = ["right", "full"].includes(kind);
      const next = clauses[at + 1];
      const on =
        clause.name === "join" && next?.name === "on" && !keepsAll ? listConditions(next.tokens) : [];
      return listTables(clause.tokens).map((table) => ({ ...table, conditions: [...where, ...on] }));
    }),
    isPlain: sources.length === 1 && !sources[0]?.tokens.some((token) => is(token, ",")),
  };
}

export function toClauses(tokens: Token[], names: string[]): Clause[] {
  const clauses: Clause[] = [];
  for (const token of tokens) {
    if (token.kind === "word" && names.includes(token.text)) clauses.push({ name: token.text, tokens: [] });
    else clauses.at(-1)?.tokens.push(token);
  }
  return clauses;
}

function listTables(tokens: Token[]): Omit<TableReference, "conditions">[] {
  return tokens.flatMap((token, at) => {
    const owner = token.kind === "word" ? ownedTables.get(token.text) : undefined;
    if (token.kind !== "word" || owner === undefined || !namesOwnedTable(tokens, at)) return [];
    const next = tokens[is(tokens[at + 1], "as") ? at + 2 : at + 1];
    return [{ table: token.text, alias: next?.kind === "word" ? next.text : token.text, owner }];
  });
}

/** What `and` joins; nothing where a part of it may fail and the whole hold. */
function listConditions(tokens: Token[]): Token[][] {
  if (tokens.some((token) => is(token, "or", "between", "case", "select"))) return [];
  return split(tokens, "and").flatMap((part) => {
    const [only] = part;
    return part.length === 1 && only?.kind === "group" ? listConditions(only.tokens) : [part];
  });
}
