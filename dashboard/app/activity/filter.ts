const DAY_MS = 24 * 60 * 60 * 1_000;

const filterFields = ["actor", "action", "result", "target", "from", "to"] as const;

/** What the form says. Days are UTC days, both included. */
export type ActivityFilter = Partial<Record<(typeof filterFields)[number], string>>;

export function readFilter(search: URLSearchParams): ActivityFilter {
  const given = filterFields.map((name) => [name, search.get(name)?.trim()] as const);
  return Object.fromEntries(given.filter(([, value]) => value));
}

/** The filter as the API has it: moments, up to but without the last. */
export function toQuery({ from, to, ...rest }: ActivityFilter): ActivityFilter {
  return {
    ...rest,
    ...(from && { from: String(Date.parse(from)) }),
    ...(to && { to: String(Date.parse(to) + DAY_MS) }),
  };
}
