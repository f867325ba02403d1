import { z } from "zod";

/** `confirmed` is also an old word for `new`, and `pending` a status of its own: both names mean the group. */
const groups = {
  confirmed: ["new", "modified", "confirmed"],
  pending: ["pending", "awaitingPayment", "awaitingGuestVerification", "unconfirmed"],
  cancelled: ["cancelled", "declined", "expired"],
  inquiry: [
    "inquiry",
    "inquiryPreapproved",
    "inquiryDenied",
    "inquiryTimedout",
    "inquiryNotPossible",
    "unknown",
  ],
} as const;

const groupsByName = new Map<string, readonly string[]>(Object.entries(groups));
const confirmed = new Set<string>(groups.confirmed);

export const StatusFilter = z.enum([
  ...new Set(["all" as const, "ownerStay" as const, ...Object.values(groups).flat()]),
]);
export type StatusFilter = z.infer<typeof StatusFilter>;

export const isConfirmed = ({ status = "" }: { status?: string }): boolean => confirmed.has(status);

export function toStatusTest(filters: readonly StatusFilter[]): (row: { status?: string }) => boolean {
  if (filters.includes("all")) return () => true;
  const wanted = new Set(filters.flatMap((filter) => groupsByName.get(filter) ?? [filter]));
  return ({ status = "" }) => wanted.has(status);
}
