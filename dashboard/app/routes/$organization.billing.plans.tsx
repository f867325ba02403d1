import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { openApi, read, requireOrganization } from "#api.server.ts";
import { CancelDialog } from "#billing/cancel-dialog.tsx";
import { ChangeDialog } from "#billing/change-dialog.tsx";
import { EndingBanner } from "#billing/ending-banner.tsx";
import { findPreview } from "#billing/find-preview.server.ts";
import { IntervalSwitch } from "#billing/interval-switch.tsx";
import { OwnPlanCard } from "#billing/own-plan-card.tsx";
import { changeWords, toCancellation, toChange, toChoice } from "#billing/plan-forms.server.ts";
import { LinkButton } from "#components/button.tsx";
import { handleForm } from "#forms.server.ts";
import { readMembership } from "#membership.server.ts";
import { useOrganization } from "#organization.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Plans · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const [billing, { plans }, preview] = await Promise.all([
    read(api.billing.$get({ param })),
    read(openApi(args).billing.plans.$get()),
    findPreview(args),
  ]);
  return { billing, plans, preview };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const page = `/${param.organization}/billing`;
  return handleForm(args.request, {
    subscribe: async (form) => {
      const { url } = await read(api.billing.checkout.$post({ param, json: toChoice(form) }));
      return redirect(url);
    },
    change: async (form) => {
      const { format } = await readMembership(args);
      const changed = await read(api.billing.change.$post({ param, json: toChange(form) }));
      return redirectWithToast(page, changeWords(changed, format));
    },
    undo: async () => {
      await api.billing.change.$delete({ param });
      return redirectWithToast(`${page}/plans`, "The change is taken back. The plan stays as it is.");
    },
    cancel: async (form) => {
      const { format } = await readMembership(args);
      const { dataKeptUntil, effectiveAt } = await read(
        api.billing.cancel.$post({ param, json: toCancellation(form) }),
      );
      const [end, kept] = [effectiveAt, dataKeptUntil].map(format.date);
      return redirectWithToast(page, `The subscription ends on ${end}. Everything is kept until ${kept}.`);
    },
    reactivate: async () => {
      await api.billing.reactivate.$post({ param });
      return redirectWithToast(page, "The cancellation is taken back. The subscription goes on.");
    },
  });
}

export default function PlansPage() {
  const { billing, plans, preview } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { may } = useOrganization();
  const { subscription } = billing;
  const wanted = search.get("interval") ?? subscription?.interval;
  const interval = wanted === "year" ? "year" : "month";
  const isEnding = subscription?.cancelAt != null;
  return (
    <>
      {subscription && <EndingBanner subscription={subscription} />}
      <IntervalSwitch interval={interval} />
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        {plans.map((plan) => (
          <li key={plan.slug} className="flex">
            <OwnPlanCard plan={plan} interval={interval} billing={billing} />
          </li>
        ))}
      </ul>
      {subscription && !isEnding && may("billing:write") && (
        <div className="mt-6">
          <LinkButton to="?dialog=cancel" preventScrollReset>
            Cancel the subscription
          </LinkButton>
        </div>
      )}
      {preview && <ChangeDialog preview={preview} />}
      {subscription && search.get("dialog") === "cancel" && <CancelDialog subscription={subscription} />}
    </>
  );
}
