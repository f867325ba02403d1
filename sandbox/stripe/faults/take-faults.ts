import type { Database } from "../core/database.ts";
import { isOfType } from "../events/is-of-type.ts";
import type { EventFault, Fault, RequestFault } from "./fault.ts";

type Kinds<Rule extends { kind: string }> = { [Kind in Rule["kind"]]?: Extract<Rule, { kind: Kind }> };
export type EventFaults = Kinds<EventFault>;
export type RequestFaults = Kinds<RequestFault>;

interface Request {
  method: string;
  path: string;
  /** Where a customer may be named. */
  encoded: string;
}

/** The faults that an event meets, at most one of each kind; taking one counts down its `times`. */
export function takeEventFaults(
  db: Database,
  { type, customer }: { type: string; customer: string | null },
): EventFaults {
  return take(
    db,
    (fault) =>
      "type" in fault && isOfType(type, fault.type) && (!fault.customer || fault.customer === customer),
  );
}

/** The same for a request, and kept at once, since what the request does may be undone. */
export function takeRequestFaults(db: Database, { method, path, encoded }: Request): RequestFaults {
  const taken: RequestFaults = take(
    db,
    (fault) =>
      !("type" in fault) &&
      (!fault.method || fault.method === method) &&
      // Whoever reads while handling a webhook would wait for itself.
      !(fault.kind === "early" && method === "GET") &&
      path.startsWith(fault.path ?? "/") &&
      `${path} ${encoded}`.includes(fault.customer ?? ""),
  );
  db.commit();
  return taken;
}

function take(db: Database, matches: (fault: Fault) => boolean): EventFaults & RequestFaults {
  const found = new Map(
    db.faults
      .where(matches)
      .toReversed()
      .map((fault) => [fault.kind, fault]),
  );
  for (const fault of found.values()) countDown(db, fault);
  return Object.fromEntries(found);
}

function countDown(db: Database, fault: Fault): void {
  if (fault.times === 1) db.faults.remove(fault.id);
  else if (fault.times) db.faults.put({ ...fault, times: fault.times - 1 });
}
