/** The ids that were asked for and are not among the rows; undefined when there are none. */
export function findMissing(
  asked: readonly number[] | undefined,
  rows: readonly { id: number }[],
): number[] | undefined {
  const found = new Set(rows.map(({ id }) => id));
  const missing = (asked ?? []).filter((id) => !found.has(id));
  return missing.length > 0 ? missing : undefined;
}
