import type { TaskHandler } from "../core/run-due-tasks.ts";
import { announceInvoice } from "./announce-invoice.ts";
import { billPending } from "./bill-pending.ts";
import { collectAgain } from "./collect-again.ts";
import { expireIncomplete } from "./expire-incomplete.ts";
import { expirePendingUpdate } from "./pending-update.ts";
import { renewSubscription } from "./renew-subscription.ts";
import { tellTrialWillEnd } from "./trial-will-end.ts";

export const subscriptionTasks: Record<string, TaskHandler> = {
  "subscription.announce": announceInvoice,
  "subscription.pending_items": billPending,
  "subscription.collect_again": collectAgain,
  "subscription.discard_update": expirePendingUpdate,
  "subscription.due": renewSubscription,
  "subscription.expire": expireIncomplete,
  "subscription.trial_will_end": tellTrialWillEnd,
};
