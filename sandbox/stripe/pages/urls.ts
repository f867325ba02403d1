import type { Context } from "../core/context.ts";

/** Where the pages of a session, a customer or an invoice are: at the address under which the sandbox was last called. */
export const toCheckoutUrl = (ctx: Context, session: string) => toUrl(ctx, `checkout/${session}`);
export const toPortalUrl = (ctx: Context, token: string) => toUrl(ctx, `portal/${token}`);
export const toPortalLoginUrl = (ctx: Context, id: string) => toUrl(ctx, `portal/login/${id}`);
export const toInvoiceUrl = (ctx: Context, token: string) => toUrl(ctx, `invoices/${token}`);
export const toInvoicePdfUrl = (ctx: Context, token: string) => toUrl(ctx, `invoices/${token}/pdf`);
/** Where the customer confirms a payment or a set-up to their bank. */
export const toAuthenticationUrl = (ctx: Context, intent: string) => toUrl(ctx, `authenticate/${intent}`);

/** To be called with the address of each request, before what it asks for is done. */
export function rememberBase({ db }: Context, url: string): void {
  const { origin } = new URL(url);
  if (db.settings.find("base")?.value !== origin) db.settings.put({ id: "base", value: origin });
}

const toUrl = ({ db }: Context, path: string) =>
  `${db.settings.find("base")?.value ?? "http://localhost"}/stripe/${path}`;
