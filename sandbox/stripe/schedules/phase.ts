import type { SubscriptionSchedule } from "../core/objects.ts";

export type Phase = SubscriptionSchedule["phases"][number];
export type PhaseItem = Phase["items"][number];
