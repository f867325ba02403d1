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
const cancelled = new Set<string>(groups.cancelled);
const inquiry = new Set<string>(groups.inquiry);
const occupying = new Set<string>([
  ...groups.confirmed,
  "ownerStay",
  "awaitingPayment",
  "awaitingGuestVerification",
]);

export const StatusFilter = z.enum([
  ...new Set(["all" as const, "ownerStay" as const, ...Object.values(groups).flat()]),
]);
export type StatusFilter = z.infer<typeof StatusFilter>;

export const isConfirmed = ({ status = "" }: { status?: string }): boolean => confirmed.has(status);

/** Whether it has ended before it began. */
export const isCancelled = ({ status = "" }: { status?: string }): boolean => cancelled.has(status);

/** Whether somebody only asked. */
export const isInquiry = ({ status = "" }: { status?: string }): boolean => inquiry.has(status);

/** Whether somebody is to stay there: those that keep the nights in Hostaway's calendar, owners included. */
export const isOccupying = ({ status = "" }: { status?: string }): boolean => occupying.has(status);

/** The exact statuses that these filters mean; none for all. `confirmed` by itself is no status any more. */
export function toStatuses(filters: readonly StatusFilter[]): string[] {
  if (filters.includes("all")) return [];
  const wanted = new Set(filters.flatMap((filter) => groupsByName.get(filter) ?? [filter]));
  return [...wanted].filter((status) => status !== "confirmed");
}

export function toStatusTest(filters: readonly StatusFilter[]): (row: { status?: string }) => boolean {
  if (filters.includes("all")) return () => true;
  const wanted = new Set(filters.flatMap((filter) => groupsByName.get(filter) ?? [filter]));
  return ({ status = "" }) => wanted.has(status);
}
