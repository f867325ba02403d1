/** The same database, where each statement begins with a comment: whose it is, here and in D1's own insights. */
export function tagStatements(
  db: D1Database,
  tag: string,
  guard = (statement: D1PreparedStatement) => statement,
): D1Database {
  return new Proxy(db, {
    get(target, name) {
      if (name === "prepare") return (sql: string) => guard(target.prepare(`/* ${tag} */ ${sql}`));
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
