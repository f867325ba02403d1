/** JSON that is the same for the same content: fields in order, and none that are null or undefined. */
export function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
    const fields = Object.entries(item).filter(([, field]) => field !== null && field !== undefined);
    return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
