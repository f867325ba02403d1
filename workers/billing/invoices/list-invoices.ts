import { and, desc, eq, lt, or } from "drizzle-orm";
import { z } from "zod";
import { forOrganization } from "#directory/directory.ts";
import { invoices } from "#directory/schema/index.ts";
import { AppError } from "#errors.ts";
import type { BillingContext } from "../billing-context.ts";

export const InvoiceStatus = z.enum(["draft", "open", "paid", "uncollectible", "void"]);

export const ListInvoices = z.object({
  status: InvoiceStatus.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
type ListInvoices = z.infer<typeof ListInvoices>;

/** Newest first, as the last sync read them. A cursor stands at an invoice: what is made meanwhile moves nothing. */
export async function listInvoices(
  { env, id }: Pick<BillingContext, "env" | "id">,
  { status, cursor, limit }: ListInvoices,
) {
  const found = await forOrganization(env.DB, id)
    .orm.select()
    .from(invoices)
    .where(
      and(
        eq(invoices.organizationId, id),
        status && eq(invoices.status, status),
        cursor === undefined ? undefined : isBefore(readCursor(cursor)),
      ),
    )
    .orderBy(desc(invoices.createdAt), desc(invoices.id))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = found.length > limit && last !== undefined ? `${last.createdAt}.${last.id}` : null;
  return { invoices: page.map(({ organizationId: _, pdfUrl, ...invoice }) => invoice), nextCursor };
}

interface Place {
  createdAt: number;
  invoiceId: string;
}

const isBefore = ({ createdAt, invoiceId }: Place) =>
  or(lt(invoices.createdAt, createdAt), and(eq(invoices.createdAt, createdAt), lt(invoices.id, invoiceId)));

function readCursor(cursor: string): Place {
  const [, createdAt, invoiceId] = /^(\d{1,15})\.(in_\w+)$/.exec(cursor) ?? [];
  if (createdAt === undefined || invoiceId === undefined) throw new AppError("invalid_cursor");
  return { createdAt: Number(createdAt), invoiceId };
}
