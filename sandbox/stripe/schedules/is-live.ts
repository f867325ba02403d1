import { invalidRequest } from "../core/errors.ts";
import type { SubscriptionSchedule } from "../core/objects.ts";

export const isLive = ({ status }: SubscriptionSchedule) => status === "not_started" || status === "active";

/** `verb` says what was to be done with it. */
export function assertLive(schedule: SubscriptionSchedule, verb: "update" | "release" | "cancel"): void {
  if (isLive(schedule)) return;
  throw invalidRequest(
    `You cannot ${verb} a subscription schedule that is currently in the \`${schedule.status}\` status. It must be in one of: \`not_started\`, \`active\`.`,
  );
}
