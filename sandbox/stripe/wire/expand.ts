import type { Database } from "../core/database.ts";

/** `object` with the ids at these paths (`latest_invoice.payments`, `data.customer`) replaced by what they name. */
export function expand(db: Database, object: object, paths: string[]): object {
  return paths.reduce<object>((whole, path) => Object(expandAt(db, whole, path.split("."))), object);
}

function expandAt(db: Database, value: unknown, [key, ...rest]: string[]): unknown {
  if (key === undefined) return typeof value === "string" ? (db.findObject(value) ?? value) : value;
  if (Array.isArray(value)) return value.map((item) => expandAt(db, item, [key, ...rest]));
  const holder = typeof value === "string" ? db.findObject(value) : value;
  if (typeof holder !== "object" || holder === null) return value;
  return { ...holder, [key]: expandAt(db, Reflect.get(holder, key), rest) };
}
