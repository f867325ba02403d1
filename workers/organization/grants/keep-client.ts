import { z } from "zod";
import type { RecordStore } from "#lib/record-store.ts";

/** In seconds since the epoch, as the library writes it. */
const Registration = z.looseObject({ registrationExpiresAt: z.number() });

/** A client that registered itself and that somebody lets in stays known for as long as the library says, and renews it. */
export async function keepClient(records: RecordStore, clientId: string): Promise<void> {
  const key = `client:${clientId}`;
  const value = await records.find(key);
  const registration = Registration.safeParse(value === null ? null : JSON.parse(value)).data;
  // One that is known by its address, or that was entered by hand, has no end.
  if (value === null || registration === undefined) return;
  await records.save(key, value, registration.registrationExpiresAt * 1_000);
}
