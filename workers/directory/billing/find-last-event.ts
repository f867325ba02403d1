import { desc, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { billingEvents } from "../schema/index.ts";

/** The latest that Stripe told of a customer. */
export async function findLastEvent(db: D1Database, customerId: string) {
  const { customerId: customer, createdAt } = billingEvents;
  return drizzle(db)
    .select()
    .from(billingEvents)
    .where(eq(customer, customerId))
    .orderBy(desc(createdAt))
    .limit(1)
    .get();
}
