import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { emails } from "../schema/index.ts";
import { mailId } from "./list-mails.ts";

/** With what is in it, to send it. */
export async function findMail(db: D1Database, id: number) {
  return (await drizzle(db).select().from(emails).where(eq(mailId, id)).get()) ?? null;
}
