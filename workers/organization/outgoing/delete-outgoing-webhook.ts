import type { WebhookId } from "#ids.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";

export function deleteOutgoingWebhook({ journal, outgoing, ports }: Rooms, by: By, id: WebhookId): void {
  outgoing.get(id);
  const entry = { at: ports.clock.now(), ...by, surface: "internal", action: "webhooks/delete" } as const;
  journal.recordWith({ ...entry, target: id, result: "ok", billable: false, durationMs: 0 }, () =>
    outgoing.remove(id),
  );
}
