import type { Clause, Query } from "./parse-query.ts";

export function matches(item: object, { joinedBy, clauses }: Query): boolean {
  const holds = (clause: Clause) => isTrue(valueAt(item, clause.path), clause) !== clause.isNegated;
  return joinedBy === "OR" ? clauses.some(holds) : clauses.every(holds);
}

function isTrue(found: unknown, { operator, value }: Clause): boolean {
  if (value === null) return found === null || found === undefined;
  if (found === null || found === undefined) return false;
  const [is, wanted] = [String(found).toLowerCase(), value.toLowerCase()];
  switch (operator) {
    case "~":
      return is.includes(wanted);
    case ">":
      return Number(is) > Number(wanted);
    case ">=":
      return Number(is) >= Number(wanted);
    case "<":
      return Number(is) < Number(wanted);
    case "<=":
      return Number(is) <= Number(wanted);
    default:
      return is === wanted;
  }
}

const valueAt = (item: unknown, path: string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (Object.hasOwn(Object(value), key) ? Reflect.get(Object(value), key) : undefined),
    item,
  );
