import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { openApi, read, requireOrganization } from "#api.server.ts";
import { CheckoutBanner } from "#billing/checkout-banner.tsx";
import { comeBack } from "#billing/come-back.server.ts";
import { describeSync } from "#billing/describe-sync.server.ts";
import { findAtStripe } from "#billing/find-at-stripe.server.ts";
import { InvoiceDialog } from "#billing/invoice-dialog.tsx";
import { InvoicesCard } from "#billing/invoices-card.tsx";
import { OverageCard } from "#billing/overage-card.tsx";
import { PaymentDue } from "#billing/payment-due.tsx";
import { SubscriptionCard } from "#billing/subscription-card.tsx";
import { UpcomingCard } from "#billing/upcoming-card.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { readMembership } from "#membership.server.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Billing · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const { searchParams } = new URL(args.request.url);
  const sessionId = searchParams.get("session_id");
  if (sessionId !== null) throw await comeBack(args, sessionId);
  const cursor = searchParams.get("cursor") ?? undefined;
  const invoiceId = searchParams.get("invoice");
  const [billing, { invoices, nextCursor }, { plans }, upcoming, invoice] = await Promise.all([
    read(api.billing.$get({ param })),
    read(api.billing.invoices.$get({ param, query: { cursor } })),
    read(openApi(args).billing.plans.$get()),
    findAtStripe(read(api.billing.upcoming.$get({ param }))),
    invoiceId === null
      ? null
      : findAtStripe(
          read(api.billing.invoices[":invoice"].$get({ param: { ...param, invoice: invoiceId } })),
        ),
  ]);
  return { billing, invoices, nextCursor, plans, upcoming, invoice };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const page = `/${param.organization}/billing`;
  return handleForm(args.request, {
    sync: async () => {
      const [{ listings }, { format }] = await Promise.all([
        read(api.billing.$get({ param })),
        readMembership(args),
      ]);
      const synced = await read(api.billing["sync-listings"].$post({ param }));
      return redirectWithToast(page, describeSync(listings.paidFor, synced, format));
    },
    portal: async () => redirect((await read(api.billing.portal.$post({ param, json: {} }))).url),
    overage: async (form) => {
      const mode = getText(form, "mode") === "bill" ? "bill" : "refuse";
      await api.billing.overage.$put({ param, json: { mode } });
      return redirectWithToast(
        page,
        mode === "bill" ? "Calls beyond the quota are billed." : "Calls beyond the quota are refused.",
      );
    },
  });
}

export default function BillingPage() {
  const { billing, invoice, invoices, nextCursor, plans, upcoming } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { subscription } = billing;
  const plan = plans.find(({ slug }) => slug === billing.plan);
  return (
    <div className="grid gap-6">
      <CheckoutBanner outcome={search.get("checkout")} />
      <PaymentDue billing={billing} />
      <SubscriptionCard billing={billing} isCustomer={subscription !== null || invoices.length > 0} />
      {subscription && <UpcomingCard upcoming={upcoming} />}
      <InvoicesCard invoices={invoices} nextCursor={nextCursor} />
      {subscription && plan && <OverageCard overage={billing.overage} plan={plan} />}
      {search.has("invoice") && <InvoiceDialog invoice={invoice} />}
    </div>
  );
}
