/** A copy without nulls and undefined values, at any depth. Empty lists stay: they say something. */
export function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== "object" || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    if (item !== null && item !== undefined) kept[name] = compact(item);
  }
  return kept;
}
