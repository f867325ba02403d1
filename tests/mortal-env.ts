import { env } from "cloudflare:workers";
import type { Env } from "#env.ts";

/** The environment of a process that ends right before its `last`th call of D1 or of an object: none works from then on. */
export function createMortalEnv(last: number) {
  let calls = 0;
  const statements = new WeakMap<object, D1PreparedStatement>();

  function live(): void {
    calls += 1;
    if (calls >= last) throw new Error("This process has ended.");
  }

  const toStatement = (statement: D1PreparedStatement): D1PreparedStatement => {
    const mortal = intercept(statement, {
      bind: (...values) => toStatement(statement.bind(...values)),
      ...counted(statement, ["all", "first", "raw", "run"]),
    });
    statements.set(mortal, statement);
    return mortal;
  };

  function counted(target: object, names: string[]): Record<string, Method> {
    const call =
      (name: string) =>
      async (...args: unknown[]) => {
        live();
        return Reflect.apply(Reflect.get(target, name), target, args);
      };
    return Object.fromEntries(names.map((name) => [name, call(name)]));
  }

  const mortal: Env = {
    ...env,
    DB: intercept(env.DB, {
      prepare: (query) => toStatement(env.DB.prepare(query)),
      batch: async (batch: D1PreparedStatement[]) => {
        live();
        return env.DB.batch(batch.map((statement) => statements.get(statement) ?? statement));
      },
    }),
    ORGANIZATION: intercept(env.ORGANIZATION, {
      getByName: (name) => {
        const object = env.ORGANIZATION.getByName(name);
        return new Proxy(object, { get: (_, method) => counted(object, [String(method)])[String(method)] });
      },
    }),
  };
  return { env: mortal, hasEnded: () => calls >= last };
}

type Method = (...args: never[]) => unknown;

function intercept<Target extends object>(target: Target, methods: Record<string, Method>): Target {
  return new Proxy(target, {
    get: (_, name) => methods[String(name)] ?? Reflect.get(target, name, target),
  });
}

/**
 * Runs `task` on a subject of its own in a process that ends before its first call, then in one that ends before its
 * second, and so on until one gets through. Returns the subjects of those that ended on the way.
 */
export async function killAtEveryStep<Subject>(
  prepare: () => Promise<Subject>,
  task: (env: Env, subject: Subject) => Promise<unknown>,
): Promise<Subject[]> {
  const killed: Subject[] = [];
  for (;;) {
    const subject = await prepare();
    const process = createMortalEnv(killed.length + 1);
    const outcome = task(process.env, subject);
    await outcome.catch(() => {});
    if (!process.hasEnded()) {
      await outcome;
      return killed;
    }
    killed.push(subject);
  }
}
