import type { DeliveryId, WebhookId } from "#ids.ts";
import type { By } from "./audit/audit-entry.ts";
import { EnteredObject } from "./entered-object.ts";
import { type Announce, announce } from "./outgoing/announce.ts";
import { type CreateOutgoingWebhook, createOutgoingWebhook } from "./outgoing/create-outgoing-webhook.ts";
import { deleteOutgoingWebhook } from "./outgoing/delete-outgoing-webhook.ts";
import { redeliver, testOutgoingWebhook } from "./outgoing/deliver-now.ts";
import { listDeliveries } from "./outgoing/list-deliveries.ts";
import { listOutgoingWebhooks } from "./outgoing/list-outgoing-webhooks.ts";
import { rotateOutgoingSecret } from "./outgoing/rotate-outgoing-secret.ts";
import { type UpdateOutgoingWebhook, updateOutgoingWebhook } from "./outgoing/update-outgoing-webhook.ts";
import { getSetup } from "./setup/get-setup.ts";
import { type ExportUsage, exportUsage } from "./usage/export-usage.ts";
import { getLatency } from "./usage/get-latency.ts";
import { getRollup } from "./usage/get-rollup.ts";
import { getUsageOverview } from "./usage/get-usage-overview.ts";
import { getUsageReport, type ReportUsage } from "./usage/get-usage-report.ts";
import { type DayRange, type ListUsage, listUsage } from "./usage/list-usage.ts";
import { listUsageErrors } from "./usage/list-usage-errors.ts";

/** What the organization uses, and whom it tells of it. */
export abstract class UsageObject extends EnteredObject {
  listUsage(input: ListUsage) {
    return this.answer(() => listUsage(this.ctx.storage.sql, input));
  }

  listUsageErrors(input: DayRange) {
    return this.answer(() => listUsageErrors(this.ctx.storage.sql, input));
  }

  getLatency(input: DayRange) {
    return this.answer(() => getLatency(this.ctx.storage.sql, input));
  }

  listOverage() {
    return this.answer(({ overage }) => overage.list());
  }

  getSetup() {
    return this.answer((rooms) => getSetup(this.ctx.storage.sql, rooms));
  }

  getUsageOverview() {
    return this.answer((rooms) => getUsageOverview(this.ctx.storage.sql, rooms));
  }

  getUsageReport(input: ReportUsage) {
    return this.answer((rooms) => getUsageReport(this.ctx.storage.sql, rooms, input));
  }

  getRollup() {
    return this.answer((rooms) => getRollup(this.ctx.storage.sql, rooms));
  }

  exportUsage(input: ExportUsage) {
    return this.answer(() => exportUsage(this.ctx.storage.sql, input));
  }

  createOutgoingWebhook(by: By, input: CreateOutgoingWebhook) {
    return this.change(by, "webhooks/create", (rooms) => createOutgoingWebhook(rooms, by, input));
  }

  listOutgoingWebhooks() {
    return this.answer(listOutgoingWebhooks);
  }

  updateOutgoingWebhook(by: By, id: WebhookId, input: UpdateOutgoingWebhook) {
    return this.change(by, "webhooks/update", (rooms) => updateOutgoingWebhook(rooms, by, id, input));
  }

  deleteOutgoingWebhook(by: By, id: WebhookId) {
    return this.change(by, "webhooks/delete", (rooms) => deleteOutgoingWebhook(rooms, by, id));
  }

  rotateOutgoingSecret(by: By, id: WebhookId) {
    return this.change(by, "webhooks/rotate_secret", (rooms) => rotateOutgoingSecret(rooms, by, id));
  }

  testOutgoingWebhook(by: By, id: WebhookId) {
    return this.change(by, "webhooks/test", (rooms) => testOutgoingWebhook(rooms, by, id));
  }

  listDeliveries(id: WebhookId) {
    return this.answer((rooms) => listDeliveries(rooms, id));
  }

  redeliver(by: By, id: WebhookId, delivery: DeliveryId) {
    return this.change(by, "webhooks/redeliver", (rooms) => redeliver(rooms, by, id, delivery));
  }

  /** Tells the organization's own webhooks of what happened outside of this object. The same key again tells nothing. */
  announce(input: Announce) {
    return this.answer((rooms) => announce(rooms, input));
  }
}
