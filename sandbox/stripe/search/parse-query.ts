import { invalidRequest } from "../core/errors.ts";

/** What can be asked of a field: tokens are whole words, a string may also be searched for a part, numbers compared. */
export type Fields = Record<string, "token" | "string" | "number">;

export interface Clause {
  /** The field, or the key of the metadata. */
  path: string[];
  isNegated: boolean;
  operator: string;
  /** Null asks whether there is a value at all. */
  value: string | null;
}

export interface Query {
  joinedBy: "AND" | "OR";
  clauses: Clause[];
}

const longest = 10;
const text = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`;
const field = String.raw`[a-z_.]+(?:\[(?:${text})\])?`;
const clause = new RegExp(
  String.raw`\s*(-?)(${field})\s*(:|~|>=|<=|>|<)\s*(${text}|-?\d+(?:\.\d+)?|null|true|false)(?=\s|$)`,
  "y",
);
const joint = /\s+(AND|OR)(?=\s)/y;

/** Clauses joined by AND or by OR, not by both, as Stripe's search takes them. */
export function parseQuery(query: string, fields: Fields): Query {
  const clauses: Clause[] = [];
  const joints = new Set<string>();
  let at = 0;
  for (;;) {
    const found = matchAt(clause, query, at);
    if (!found) throw unreadable();
    clauses.push(toClause(found, fields));
    at = clause.lastIndex;
    if (query.slice(at).trim() === "") break;
    const [, word] = matchAt(joint, query, at) ?? [];
    if (word) joints.add(word);
    else throw unreadable();
    at = joint.lastIndex;
  }
  if (joints.size > 1) throw refused("A search query cannot combine AND with OR.");
  if (clauses.length > longest) throw refused(`A search query may have at most ${longest} clauses.`);
  return { joinedBy: joints.has("OR") ? "OR" : "AND", clauses };
}

function matchAt(pattern: RegExp, query: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(query);
}

function toClause([, minus, name = "", operator = "", given = ""]: string[], fields: Fields): Clause {
  const [, head = name, key] = /^([a-z_.]+)\[(.*)\]$/.exec(name) ?? [];
  const kind = head === "metadata" ? "token" : fields[head];
  if (!kind || (head === "metadata") !== (key !== undefined))
    throw refused(`Field \`${name}\` is an unsupported search field for this resource.`);
  const value = given === "null" ? null : unquoted(given);
  assertFits(kind, operator, value, name);
  return {
    path: key === undefined ? [head] : [head, unquoted(key)],
    isNegated: minus === "-",
    operator,
    value,
  };
}

function assertFits(kind: Fields[string], operator: string, value: string | null, name: string): void {
  const operators = { token: [":"], string: [":", "~"], number: [":", ">", ">=", "<", "<="] };
  if (!operators[kind].includes(operator))
    throw refused(`Field \`${name}\` does not support the operator \`${operator}\`.`);
  if (operator === "~" && (value?.length ?? 0) < 3)
    throw refused("A part to search for must have at least 3 characters.");
  if (kind === "number" && value !== null && !Number.isFinite(Number(value)))
    throw refused(`Field \`${name}\` takes a number.`);
}

const unquoted = (given: string) =>
  /^["']/.test(given) ? given.slice(1, -1).replaceAll(/\\(.)/g, "$1") : given;

const refused = (message: string) => invalidRequest(message, { param: "query" });

const unreadable = () =>
  refused(
    "The search query could not be parsed. Write field:'value', or metadata['key']:'value', joined by AND or OR.",
  );
