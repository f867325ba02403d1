import type { Database } from "../core/database.ts";
import { invalidRequest } from "../core/errors.ts";
import { findIncluded } from "./includes.ts";

const deepest = 4;

/** `object` with what the paths name (`latest_invoice.payments`, `data.customer`) in place of ids, or beside the rest. */
export function expand(db: Database, object: object, paths: string[]): object {
  return paths.reduce<object>((whole, path) => {
    const keys = path.split(".");
    if (keys.length > deepest) throw tooDeep(path);
    return Object(expandAt({ db, path }, whole, keys));
  }, object);
}

interface Expansion {
  db: Database;
  path: string;
}

function expandAt(expansion: Expansion, value: unknown, [key, ...rest]: string[]): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((item) => expandAt(expansion, item, key ? [key, ...rest] : []));
  const holder = toObject(expansion, value, key === undefined);
  if (key === undefined || "deleted" in holder) return holder;
  const included = findIncluded(expansion.db, holder, key);
  const child = included ?? childOf(expansion, holder, key);
  const isThere = included !== undefined && rest.length === 0;
  return { ...holder, [key]: isThere ? included : expandAt(expansion, child, rest) };
}

/** What an id names, or what is there already. Only on the way may it be a part that is no object of the API. */
function toObject({ db, path }: Expansion, value: unknown, isLast: boolean): object {
  const found = typeof value === "string" ? db.findObject(value) : Object(value);
  if (typeof found !== "object" || (isLast && !("object" in found))) throw notExpandable(path);
  return found;
}

function childOf({ path }: Expansion, holder: object, key: string): unknown {
  if (!Object.hasOwn(holder, key) || key === "id") throw notExpandable(path);
  return Reflect.get(holder, key);
}

const notExpandable = (path: string) => invalidRequest(`This property cannot be expanded (${path}).`);

const tooDeep = (path: string) =>
  invalidRequest(`You cannot expand more than ${deepest} levels of a property. Property: ${path}`);
