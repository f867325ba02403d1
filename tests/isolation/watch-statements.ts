import { env } from "cloudflare:workers";
import { z } from "zod";
import { checkStatement, NEW, type Statement, toShape } from "./check-statement.ts";
import frozenStatements from "./frozen-statements.txt?raw";

/** What D1's own class keeps in a statement. */
const Issued = z
  .object({ statement: z.string(), params: z.array(z.unknown()) })
  .transform(({ statement, params }): Statement => ({ sql: statement, values: params }));

const frozen = new Set(frozenStatements.split("\n"));
const violations = new Map<string, string>();
const added = new Set<string>();

function check(statement: Statement): void {
  const problem = checkStatement(statement, frozen);
  if (problem === null) return;
  const isToFreeze = problem === NEW && env.FREEZER !== undefined;
  if (isToFreeze) added.add(toShape(statement));
  else violations.set(toShape(statement), `${toShape(statement)}\n  ${problem}`);
}

/** Puts the new statements on the list, if that was asked for. */
export async function freezeStatements(): Promise<void> {
  await env.FREEZER?.fetch("https://freezer.test", { method: "POST", body: [...added].join("\n") });
}

/** What was found since this was asked last. */
export function takeViolations(): string[] {
  const found = [...violations.values()];
  violations.clear();
  return found;
}

/** Checks every statement that is issued from now on, whoever issues it. Returns how to end that. */
export function watchStatements(): () => void {
  const statement = Object.getPrototypeOf(env.DB.prepare("select 1"));
  const database = Object.getPrototypeOf(env.DB);
  const session = Object.getPrototypeOf(env.DB.withSession());
  const issue = (issued: unknown) => check(Issued.parse(issued));
  const ends = [
    ...["all", "first", "raw", "run"].map((name) => before(statement, name, (self) => issue(self))),
    before(session, "batch", (_, [batch]) => z.array(z.unknown()).parse(batch).forEach(issue)),
    before(database, "exec", (_, [sql]) => check({ sql: z.string().parse(sql), values: [] })),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Has `look` called before each call of a method. Returns how to end that. */
function before(target: object, name: string, look: (self: unknown, args: unknown[]) => void): () => void {
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== "function") throw new Error(`D1 has no ${name}.`);
  Reflect.set(target, name, function (this: unknown, ...args: unknown[]) {
    look(this, args);
    return Reflect.apply(method, this, args);
  });
  return () => void Reflect.set(target, name, method);
}
