import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { type Args, openApi, read } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { DriftTable } from "#operator/drift-table.tsx";
import { HistoryTable } from "#operator/history-table.tsx";
import { LimitMeters } from "#operator/limit-meters.tsx";
import { MailTable } from "#operator/mail-table.tsx";
import { OpenInvoice } from "#operator/open-invoice.tsx";
import { OrganizationFacts } from "#operator/organization-facts.tsx";
import { OrganizationHeader } from "#operator/organization-header.tsx";
import { SuspendDialog } from "#operator/suspend-dialog.tsx";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.organization.name ?? "Organization"} · Latchkey` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = openOne(args);
  const isSuspending = new URL(args.request.url).searchParams.get("dialog") === "suspend";
  const [organization, preview] = await Promise.all([
    read(api.$get({ param })),
    isSuspending ? read(api.suspend.preview.$post({ param })) : null,
  ]);
  return { organization, preview };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = openOne(args);
  const page = `/operator/organizations/${param.organization}`;
  return handleForm(args.request, {
    suspend: async (form) => {
      await api.suspend.$post({ param, json: { reason: getText(form, "reason") } });
      return redirectWithToast(page, "Suspended. Its keys and assistants are refused from the next call on.");
    },
    resume: async () => {
      await api.resume.$post({ param });
      return redirectWithToast(page, "Resumed. The same keys and assistants work again.");
    },
  });
}

function openOne(args: Args) {
  const param = { organization: args.params.organization ?? "" };
  return { api: openApi(args).operator.organizations[":organization"], param };
}

export default function OrganizationPage() {
  const { organization, preview } = useLoaderData<typeof loader>();
  const { drifts, failedMails, history, limits, openInvoice } = organization;
  return (
    <>
      <OrganizationHeader organization={organization} />
      <div className="grid gap-6">
        <OrganizationFacts organization={organization} />
        {openInvoice && <OpenInvoice invoice={openInvoice} />}
        <Card title="Limits">
          <LimitMeters limits={limits} />
        </Card>
        <Card title="Subscription" description="Its newest 20 changes.">
          <HistoryTable history={history} />
        </Card>
        <Card title="Differences" description="The newest 20.">
          <DriftTable drifts={drifts} />
        </Card>
        <Card title="Failed mail" description="The newest 20.">
          <MailTable mails={failedMails} />
        </Card>
      </div>
      {preview && <SuspendDialog preview={preview} />}
    </>
  );
}
