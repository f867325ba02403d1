import { readdirSync, readFileSync } from "node:fs";

interface Database {
  exec(sql: string): Promise<unknown>;
  prepare(sql: string): { bind(...values: string[]): Statement } & Statement;
  batch(statements: Statement[]): Promise<unknown>;
}
interface Statement {
  all<Row>(): Promise<{ results: Row[] }>;
}

/** Applies the D1 migrations that this database has not seen, recorded as wrangler records them. */
export async function migrate(database: Database, folder: string): Promise<void> {
  await database.exec(
    "create table if not exists d1_migrations (id integer primary key autoincrement, name text unique, applied_at timestamp default current_timestamp not null)",
  );
  const { results } = await database.prepare("select name from d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql") && !applied.has(name));
  for (const name of files.sort()) {
    const statements = readFileSync(`${folder}/${name}`, "utf8").split("--> statement-breakpoint");
    await database.batch([
      ...statements.map((sql) => database.prepare(sql)),
      database.prepare("insert into d1_migrations (name) values (?)").bind(name),
    ]);
  }
}
