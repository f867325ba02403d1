import type { DeliveryRow, OutgoingRow, OutgoingTable } from "./outgoing-table.ts";

export interface ShownOutgoingWebhook extends Omit<OutgoingRow, "secret" | "formerSecret"> {
  /** Nothing is sent to it until the plan allows more, or an older one is deleted. */
  pausedByPlan: boolean;
}

/** Without its secrets. */
export function toShownOutgoingWebhook(outgoing: OutgoingTable, row: OutgoingRow): ShownOutgoingWebhook {
  const { formerSecret: _former, secret: _secret, ...shown } = row;
  return { ...shown, pausedByPlan: outgoing.isPausedByPlan(row.id) };
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
