type Observer = (statement: string, durationMs: number) => void;

/** What runs a statement; `bind` makes another one. */
const RUNS = ["all", "first", "raw", "run"];

/** The same database; `observe` hears of each statement, without its values, and how long its answer took. */
export function observeStatements(db: D1Database, observe: Observer): D1Database {
  const originals = new WeakMap<object, D1PreparedStatement>();

  const toObserved = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
    const observed = new Proxy(statement, {
      get(target, name) {
        if (name === "bind") return (...values: unknown[]) => toObserved(sql, target.bind(...values));
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        if (!RUNS.includes(String(name))) return value.bind(target);
        return (...options: unknown[]) => time(sql, () => Reflect.apply(value, target, options));
      },
    });
    originals.set(observed, statement);
    return observed;
  };

  async function time(sql: string, run: () => unknown): Promise<unknown> {
    const startedAt = Date.now();
    try {
      return await run();
    } finally {
      observe(sql, Date.now() - startedAt);
    }
  }

  return new Proxy(db, {
    get(target, name) {
      if (name === "prepare") return (sql: string) => toObserved(sql, target.prepare(sql));
      if (name === "batch") {
        return (batch: D1PreparedStatement[]) => {
          const statements = batch.map((statement) => originals.get(statement) ?? statement);
          return time(`batch of ${batch.length}`, () => target.batch(statements));
        };
      }
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
