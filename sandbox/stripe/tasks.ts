import { expireWhenDue } from "./checkout/expire-session.ts";
import type { TaskHandler } from "./core/run-due-tasks.ts";
import { verifyTaxId } from "./customers/verify-tax-id.ts";
import { finalizeDue, markOverdue } from "./invoices/advance-invoice.ts";
import { retryPayment } from "./invoices/retry-payment.ts";
import { settlePayment } from "./payments/settle-payment.ts";
import { unpauseWhenDue } from "./portal/pause-page.ts";
import { advanceWhenDue } from "./schedules/advance-schedule.ts";
import { announceEnd } from "./schedules/announce-end.ts";
import { subscriptionTasks } from "./subscriptions/tasks.ts";
import { makeReady } from "./test-clocks/advance-test-clock.ts";

/** What happens by itself, by the kind it is scheduled under. */
export const taskHandlers: Record<string, TaskHandler> = {
  "checkout.expire": expireWhenDue,
  "invoice.finalize": finalizeDue,
  "invoice.overdue": markOverdue,
  "invoice.retry": retryPayment,
  "payment.settle": settlePayment,
  "portal.unpause": unpauseWhenDue,
  ...subscriptionTasks,
  "schedule.expiring": announceEnd,
  "schedule.phase": advanceWhenDue,
  "tax_id.verify": verifyTaxId,
  "test_clock.ready": makeReady,
};
