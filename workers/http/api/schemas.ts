import { z } from "@hono/zod-openapi";
import { roleNames } from "#directory/roles.ts";
import { listErrorCodes } from "#errors.ts";
import { OrgId } from "#ids.ts";

export const ErrorCode = z.enum(listErrorCodes());

/** A refusal, as every part of the API answers it. */
export const ErrorBody = z
  .object({
    error: z.object({
      code: ErrorCode,
      message: z.string(),
      limit: z.number().optional(),
      used: z.number().optional(),
      resetsAt: z.iso.datetime().optional(),
      whoCanFix: z.enum(["you", "owner", "operator", "upstream", "time"]),
      url: z.url(),
    }),
  })
  .openapi("Error");

export const refusal = {
  description: "Refused: a deny receipt that says what, why and who can fix it",
  content: { "application/json": { schema: ErrorBody } },
};

/** What any route may answer instead. */
export const refusals = Object.fromEntries(
  [400, 401, 402, 403, 404, 409, 429].map((status) => [status, refusal]),
);

export function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { "application/json": { schema } } };
}

export const security: Record<string, string[]>[] = [{ apiKey: [] }, { bearer: [] }];

export function toBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } };
}

export const OneOrganization = z.object({
  organization: z.string().describe("The organization's id or its slug"),
});

export const RoleName = z.enum(roleNames);

export const Organization = z
  .object({
    id: OrgId,
    name: z.string(),
    slug: z.string().nullable(),
    state: z.enum(["provisioning", "active", "deleting"]),
    deletesAt: z.number().nullable().describe("When its data goes, while it is being deleted"),
    locale: z
      .string()
      .nullable()
      .describe(
        "How numbers, money and dates are written for its people (BCP 47); null: as each browser asks for it",
      ),
    role: RoleName.describe("Yours in it"),
  })
  .openapi("Organization");

export const InvitationBody = z
  .object({
    id: z.string(),
    organizationId: OrgId,
    organizationName: z.string(),
    email: z.string(),
    role: RoleName,
    inviter: z.string(),
    createdAt: z.number(),
    expiresAt: z.number(),
  })
  .openapi("Invitation");
