import { AppError } from "#errors.ts";
import { isArchived, type Listing } from "./schemas/listing.ts";

export function assertNotArchived(listing: Pick<Listing, "id" | "specialStatus">): void {
  if (!isArchived(listing)) return;
  throw new AppError(
    "invalid_request",
    `Property ${listing.id} is archived and takes no changes. Restore it in Hostaway first.`,
  );
}
