import { Hono } from "hono";
import { z } from "zod";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { listSuccess, success } from "#sandbox/hostaway/envelope.ts";
import { each, Flag } from "#sandbox/hostaway/fields.ts";
import { NoQuery, Paging, pageOf, readQuery } from "#sandbox/hostaway/query.ts";
import { getRow, newRow, readRow } from "#sandbox/hostaway/rows.ts";

const objectTypes = ["reservation", "listing", "task"] as const;

export const CustomField = z.object({
  ...each(["id", "accountId"], z.int()),
  name: z.string().min(1),
  varName: z.string(),
  possibleValues: z.array(z.string()).nullable().default(null),
  type: z.enum(["text", "textarea", "number", "dropdown"]).default("text"),
  objectType: z.enum(objectTypes),
  isPublic: Flag,
  sortOrder: z.int().default(0),
});
export type CustomField = z.infer<typeof CustomField>;

const FieldsQuery = z.object({ ...Paging, objectType: z.enum(objectTypes).optional() });

export const customFields = new Hono<HostawayEnv>();

customFields.get("/customFields", (c) => {
  const { objectType, ...paging } = readQuery(c, FieldsQuery);
  const fields = c.var.account.customFields.all();
  const wanted = fields.filter((field) => objectType === undefined || field.objectType === objectType);
  return listSuccess(pageOf(c, wanted, paging), c.var.settings);
});

customFields.get("/reservations/customFields", (c) => {
  readQuery(c, NoQuery);
  return success(c.var.account.customFields.all().filter(({ objectType }) => objectType === "reservation"));
});

customFields.post("/customFields", async (c) => {
  readQuery(c, NoQuery);
  const rows = c.var.account.customFields;
  return success(rows.put(await readField(c, {}, newRow(c, rows))));
});

customFields.put("/customFields/:id{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const rows = c.var.account.customFields;
  const base = getRow(c, rows);
  const { id, accountId, objectType } = base;
  return success(rows.put(await readField(c, base, { id, accountId, objectType })));
});

customFields.delete("/customFields/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  c.var.account.customFields.remove(getRow(c, c.var.account.customFields).id);
  return success([]);
});

/** `varName` is how templates name it. */
function readField<Fixed extends { id: number }>(
  c: HostawayContext,
  base: object,
  fixed: Fixed,
): Promise<CustomField> {
  return readRow(c, CustomField, { base, fixed: { ...fixed, varName: `custom_field_${fixed.id}` } });
}
