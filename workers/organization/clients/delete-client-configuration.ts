import type { ClientConfigurationId } from "#ids.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";

/** Its key lives on. */
export function deleteClientConfiguration(
  { clients, journal, ports }: Rooms,
  by: By,
  id: ClientConfigurationId,
): void {
  const { name, client } = clients.get(id);
  const entry = { at: ports.clock.now(), ...by, surface: "internal", action: "clients/delete" } as const;
  const details = { name, client };
  journal.recordWith({ ...entry, target: id, result: "ok", billable: false, durationMs: 0, details }, () =>
    clients.remove(id),
  );
}
