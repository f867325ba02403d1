import { and, eq, lte, ne, or, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { billingEvents } from "../schema/index.ts";

/** Whoever takes longer to process an event may be dead, and another takes it over. */
const CLAIM_MS = 60_000;

export interface ReceivedEvent {
  id: string;
  type: string;
  apiVersion: string | null;
  objectId: string | null;
  customerId: string | null;
  createdAt: number;
}

interface Claiming {
  now: number;
  /** Also what was processed before. */
  again?: boolean;
}

/** Only one at a time has an event in hand, and what is completed is not done again. `held`: somebody else has it. */
export async function claimEvent(
  db: D1Database,
  event: ReceivedEvent,
  { now, again = false }: Claiming,
): Promise<"claimed" | "completed" | "held"> {
  const orm = drizzle(db);
  const { id, state, claimedUntil, attempts } = billingEvents;
  const isFree = and(eq(state, "processing"), lte(claimedUntil, now));
  const isOver = again ? ne(state, "processing") : eq(state, "failed");
  const claim = { state: "processing", claimedUntil: Math.floor(now) + CLAIM_MS, error: null } as const;
  const [claimed] = await orm
    .insert(billingEvents)
    .values({ ...event, ...claim, receivedAt: Math.floor(now) })
    .onConflictDoUpdate({
      target: id,
      set: { ...claim, attempts: sql`${attempts} + 1` },
      setWhere: or(isFree, isOver),
    })
    .returning({ id });
  if (claimed !== undefined) return "claimed";
  const row = await orm.select({ state }).from(billingEvents).where(eq(id, event.id)).get();
  return row?.state === "processing" ? "held" : "completed";
}
