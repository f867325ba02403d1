import { z } from "zod";
import { control, type SandboxAccount } from "./sandbox.ts";

const Listing = z.looseObject({ id: z.number() });

/** New active listings in a Hostaway account; their ids. */
export async function addListings({ accountId }: SandboxAccount, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const made = await control("POST", `/hostaway/accounts/${accountId}/listings`, { name: "House" });
    ids.push(Listing.parse(made).id);
  }
  return ids;
}

/** As their owner would in Hostaway. */
export async function archiveListing({ accountId }: SandboxAccount, id: number): Promise<void> {
  await control("PUT", `/hostaway/accounts/${accountId}/listings/${id}`, { specialStatus: "archived" });
}
