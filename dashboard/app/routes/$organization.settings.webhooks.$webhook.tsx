import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { read, requireOrganization } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { handleForm, toId } from "#forms.server.ts";
import { redirectWithProblem, redirectWithToast } from "#toast.server.ts";
import { DeleteWebhookDialog } from "#webhooks/delete-webhook-dialog.tsx";
import { DeliveryList } from "#webhooks/delivery-list.tsx";
import { RevealedSecretDialog } from "#webhooks/revealed-secret-dialog.tsx";
import { WebhookActions } from "#webhooks/webhook-actions.tsx";
import { WebhookState } from "#webhooks/webhook-state.tsx";

export const meta: MetaFunction = () => [{ title: "Webhook · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const one = { ...param, webhook: toId(args.params.webhook, "whk") };
  const [{ webhooks }, { deliveries }] = await Promise.all([
    read(api.webhooks.$get({ param })),
    read(api.webhooks[":webhook"].deliveries.$get({ param: one })),
  ]);
  const webhook = webhooks.find(({ id }) => id === one.webhook);
  if (webhook === undefined) throw new Response("There is no such webhook.", { status: 404 });
  return { webhook, deliveries };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const one = { ...param, webhook: toId(args.params.webhook, "whk") };
  const page = `/${param.organization}/settings/webhooks`;
  const say = (text: string) => redirectWithToast(`${page}/${one.webhook}`, text);
  const warn = (text: string) => redirectWithProblem(`${page}/${one.webhook}`, text);
  const webhook = api.webhooks[":webhook"];
  return handleForm(args.request, {
    test: async () => {
      const { state, status } = await read(webhook.test.$post({ param: one }));
      return state === "delivered"
        ? say(`It answered ${status}.`)
        : warn("It did not take the test; the log says why.");
    },
    redeliver: async (form) => {
      const delivery = toId(form.get("id"), "dlv");
      const { state } = await read(
        webhook.deliveries[":delivery"].redeliver.$post({ param: { ...one, delivery } }),
      );
      return state === "delivered" ? say("Delivered.") : warn("It failed again; the log says why.");
    },
    enable: async () => {
      await webhook.$patch({ param: one, json: { enabled: true } });
      return say("Switched on.");
    },
    disable: async () => {
      await webhook.$patch({ param: one, json: { enabled: false } });
      return say("Switched off. Nothing is sent to it.");
    },
    rotate: async () => ({ made: await read(webhook.secret.$post({ param: one })) }),
    delete: async () => {
      await webhook.$delete({ param: one });
      return redirectWithToast(page, "The webhook is deleted.");
    },
  });
}

export default function WebhookPage() {
  const { deliveries, webhook } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const made = result && "made" in result ? result.made : null;
  return (
    <div className="grid gap-6">
      <div>
        <Link
          to="../settings/webhooks"
          className="inline-flex items-center gap-1.5 rounded text-sm text-muted hover:text-ink"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          All webhooks
        </Link>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <h2 className="font-mono font-medium wrap-anywhere">{webhook.url}</h2>
          <WebhookState webhook={webhook} />
        </div>
        <p className="mt-1 text-sm/6 text-muted">
          {webhook.events.length === 0 ? "All events" : webhook.events.join(", ")}
        </p>
        <WebhookActions webhook={webhook} />
      </div>
      <Card title="Deliveries" description="The latest hundred, newest first.">
        <DeliveryList deliveries={deliveries} />
      </Card>
      {made && <RevealedSecretDialog secret={made.secret} closeTo={`../settings/webhooks/${webhook.id}`} />}
      {search.get("dialog") === "delete" && <DeleteWebhookDialog webhook={webhook} />}
    </div>
  );
}
