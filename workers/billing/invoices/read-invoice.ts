import { and, eq } from "drizzle-orm";
import type Stripe from "stripe";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts, invoices } from "#directory/schema/index.ts";
import { AppError } from "#errors.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { askStripe } from "./ask-stripe.ts";

type Reader = Pick<BillingContext, "env" | "id">;

/** An invoice as Stripe has it now. Somebody else's is not there. */
export async function readInvoice(reader: Reader, invoiceId: string): Promise<Stripe.Invoice> {
  const stripe = createStripe(reader.env);
  const invoice = /^in_\w+$/.test(invoiceId)
    ? await askStripe(() => stripe.invoices.retrieve(invoiceId))
    : null;
  if (invoice === null || !(await isTheirs(reader, invoice))) {
    throw new AppError("not_found", "This organization has no invoice with this id.");
  }
  return invoice;
}

/** Its present customer's, or a former one's that was written down as theirs. */
async function isTheirs({ env, id }: Reader, invoice: Stripe.Invoice): Promise<boolean> {
  const { orm } = forOrganization(env.DB, id);
  const [[account], [known]] = await orm.batch([
    orm
      .select({ customerId: billingAccounts.customerId })
      .from(billingAccounts)
      .where(eq(billingAccounts.organizationId, id)),
    orm
      .select({ id: invoices.id })
      .from(invoices)
      .where(and(eq(invoices.organizationId, id), eq(invoices.id, invoice.id))),
  ]);
  const customer = typeof invoice.customer === "string" ? invoice.customer : invoice.customer?.id;
  const isPresent = customer !== undefined && account?.customerId === customer;
  return isPresent || known !== undefined;
}
