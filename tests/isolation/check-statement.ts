import { ACROSS_ORGANIZATIONS, reasons } from "#directory/across-organizations.ts";
import { LIBRARY_STATEMENTS } from "#directory/auth-database.ts";
import { OWN_STATEMENTS } from "#directory/own-statements.ts";
import { OrgId } from "#ids.ts";
import { leaks } from "./leaks.ts";
import { touchesOwnedTable } from "./owned-tables.ts";
import { is, type Token, toTokens } from "./tokens.ts";

export interface Statement {
  sql: string;
  values: readonly unknown[];
}

/** What tests themselves do in the Directory. */
export const TEST_STATEMENTS = "test";

/** `FREEZE_STATEMENTS=1` with a run of the tests puts it on the list. */
export const NEW = "is new: it is not in tests/isolation/frozen-statements.txt";

const TAG = /^\/\* (.*?) \*\/ /;

/** What is wrong with a statement that the product issued; null if nothing is. */
export function checkStatement({ sql, values }: Statement, frozen: ReadonlySet<string>): string | null {
  const tag = TAG.exec(sql)?.[1];
  const tokens = toTokens(sql);
  if (tag === TEST_STATEMENTS) return null;
  if (tokens.some((token) => is(token, ";"))) return "is more than one statement";
  if (tag === OWN_STATEMENTS) return checkOwn(tokens, values);
  if (tag?.startsWith(ACROSS_ORGANIZATIONS))
    return checkAcross(tokens, tag.slice(ACROSS_ORGANIZATIONS.length));
  if (touchesOwnedTable(tokens)) return "touches an organization's rows past both accessors";
  if (!frozen.has(toShape({ sql }))) return NEW;
  return null;
}

function checkOwn(tokens: Token[], values: readonly unknown[]): string | null {
  const ids = new Set(values.filter((value) => OrgId.safeParse(value).success));
  const [id] = ids;
  if (ids.size !== 1) return `is for one organization and bound to ${ids.size}`;
  const isTheirs = (token: Token | undefined) => token?.kind === "parameter" && values[token.index] === id;
  return leaks(tokens, isTheirs) ? "is for one organization and reaches rows of others" : null;
}

function checkAcross(tokens: Token[], reason: string): string | null {
  if (!reasons.some((known) => known === reason))
    return "goes across organizations for a reason that is not known";
  return is(tokens[0], "select") ? null : "goes across organizations and does more than read";
}

/** A statement as the frozen list has it: on one line, behind whose it is, whatever the length of its lists. */
export function toShape({ sql }: Pick<Statement, "sql">): string {
  const issuer = TAG.exec(sql)?.[1] === LIBRARY_STATEMENTS ? LIBRARY_STATEMENTS : "ours";
  const text = sql
    .replace(TAG, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\bin \((?:\?(?:, )?)+\)/g, "in (?)");
  return `${issuer}: ${text.trim()}`;
}
