import type { DeliveryRow, OutgoingRow } from "./outgoing-table.ts";

export type ShownOutgoingWebhook = Omit<OutgoingRow, "secret" | "formerSecret">;

/** Without its secrets. */
export function toShownOutgoingWebhook(row: OutgoingRow): ShownOutgoingWebhook {
  const { formerSecret: _former, secret: _secret, ...shown } = row;
  return shown;
}

export interface ShownDelivery extends Omit<DeliveryRow, "webhook"> {
  state: "pending" | "delivered" | "failed";
  /** What it tells of. */
  type: string;
}

export function toShownDelivery({ webhook: _, ...row }: DeliveryRow, type: string): ShownDelivery {
  const isOver = row.nextAttemptAt === null;
  return { ...row, type, state: isOver ? (row.error === null ? "delivered" : "failed") : "pending" };
}
