import { z } from "@hono/zod-openapi";
import { consoleStatuses } from "#directory/operator/console-status.ts";
import { OrgId } from "#ids.ts";

export const OPERATOR = "/api/v1/operator";

export const NextCursor = z.string().nullable().describe("Null on the last page");

export const ListedOrganization = z
  .object({
    id: OrgId,
    name: z.string(),
    slug: z.string().nullable(),
    createdAt: z.number(),
    state: z.enum(["provisioning", "active", "deleting"]),
    status: z.enum(consoleStatuses).describe("Where it stands, in one word"),
    suspendedAt: z.number().nullable().describe("By the operator"),
    suspensionReason: z.string().nullable(),
    deletesAt: z.number().nullable(),
    plan: z.string().nullable(),
    billingStatus: z.string().nullable(),
    interval: z.enum(["month", "year"]).nullable(),
    customerId: z.string().nullable().describe("At Stripe"),
    mrr: z.number().describe("Cents a month"),
    listings: z.number().nullable().describe("As they were counted last"),
    calls: z.number().describe("Of the latest 30 days, as rolled up"),
    members: z.number(),
    lastCallAt: z.number().nullable(),
    rolledUpAt: z.number().nullable(),
    schemaVersion: z.number().nullable(),
  })
  .openapi("OperatorOrganization");

export const OperatorMail = z
  .object({
    id: z.number(),
    recipient: z.string(),
    subject: z.string(),
    attempts: z.number(),
    createdAt: z.number(),
    canRetry: z.boolean().describe("Whether its text is still there"),
  })
  .openapi("OperatorMail");

export const OperatorDrift = z
  .object({
    id: z.string(),
    organizationId: OrgId,
    at: z.number(),
    kind: z.string(),
    expected: z.string(),
    found: z.string(),
    cause: z.string(),
    repairedAt: z.number().nullable().describe("Null: not repaired yet"),
  })
  .openapi("OperatorDrift");
