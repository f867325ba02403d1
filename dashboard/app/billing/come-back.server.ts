import { redirect } from "@remix-run/cloudflare";
import { type Args, read, requireOrganization } from "#api.server.ts";
import { redirectWithToast } from "#toast.server.ts";

/** Back from Stripe's page: reads what came of it, and goes to the page that says so, which a reload does not ask again. */
export async function comeBack(args: Args, sessionId: string): Promise<Response> {
  const { api, param } = requireOrganization(args);
  const page = `/${param.organization}/billing`;
  const { outcome } = await read(api.billing.checkout.return.$post({ param, json: { sessionId } }));
  if (outcome === "paid") return redirectWithToast(page, "Thank you. Your subscription is active.");
  return redirect(`${page}?checkout=${outcome}`);
}
