import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Plus, Webhook } from "lucide-react";
import { read, requireOrganization } from "#api.server.ts";
import { LinkButton } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { LimitUsed } from "#components/limit-used.tsx";
import { getText, handleForm, unparsed } from "#forms.server.ts";
import { NewWebhookDialog } from "#webhooks/new-webhook-dialog.tsx";
import { RevealedSecretDialog } from "#webhooks/revealed-secret-dialog.tsx";
import { WebhookCard } from "#webhooks/webhook-card.tsx";

export const meta: MetaFunction = () => [{ title: "Webhooks · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const [{ webhooks, types }, { limits }] = await Promise.all([
    read(api.webhooks.$get({ param })),
    read(api.limits.$get({ param })),
  ]);
  return { webhooks, types, limit: limits.find(({ name }) => name === "webhookEndpoints") };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  return handleForm(args.request, {
    create: async (form) => {
      const json = { url: getText(form, "url"), events: unparsed<[]>(form.getAll("events")) };
      return { made: await read(api.webhooks.$post({ param, json })) };
    },
  });
}

export default function WebhooksPage() {
  const { limit, types, webhooks } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const made = result && "made" in result ? result.made : null;
  const add = (
    <LinkButton to="?dialog=new" variant="primary" preventScrollReset>
      <Plus aria-hidden="true" className="size-4" />
      Add a webhook
    </LinkButton>
  );
  return (
    <>
      {webhooks.length === 0 ? (
        <EmptyState icon={Webhook} title="No webhooks yet" actions={add}>
          Have a service of yours told of what happens here: usage, rejected connections, payments.
        </EmptyState>
      ) : (
        <>
          <ul className="grid gap-4">
            {webhooks.map((webhook) => (
              <li key={webhook.id}>
                <WebhookCard webhook={webhook} />
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap items-end justify-between gap-4">
            <LimitUsed limit={limit} />
            {add}
          </div>
        </>
      )}
      {made && <RevealedSecretDialog secret={made.secret} closeTo="../webhooks" />}
      {!made && search.get("dialog") === "new" && <NewWebhookDialog types={types} />}
    </>
  );
}
