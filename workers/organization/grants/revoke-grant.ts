import { AppError } from "#errors.ts";
import type { GrantId } from "#ids.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { isOpen } from "./grant-table.ts";

/** Acts on the next request, tokens and refresh tokens alike. */
export function revokeGrant({ grants, journal, ports }: Rooms, by: By, id: GrantId): void {
  const grant = grants.find(id);
  if (grant === null || !isOpen(grant)) {
    throw new AppError("not_found", `This organization has no connected assistant ${id}.`);
  }
  const entry = { at: ports.clock.now(), ...by, surface: "internal", action: "grants/revoke" } as const;
  journal.recordWith({ ...entry, target: id, result: "ok", billable: false, durationMs: 0 }, () =>
    grants.revoke(grant),
  );
}
