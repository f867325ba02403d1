import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { read, requireOrganization } from "#api.server.ts";
import { DeadKey } from "#clients/dead-key.tsx";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { ClientGuide } from "#connect/client-guide.tsx";
import { KeyReminder } from "#connect/key-reminder.tsx";
import { toId } from "#forms.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.client.name ?? "Client"} · Latchkey` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const client = toId(args.params.client, "cli");
  return { client: await read(api.clients[":client"].$get({ param: { ...param, client } })) };
}

export default function ClientPage() {
  const { client } = useLoaderData<typeof loader>();
  const { clientTitle, keyName, maskedKey, name, setup } = client;
  return (
    <>
      <PageHeader
        title={name}
        description={
          <>
            {clientTitle} with the key <span className="wrap-anywhere">{keyName}</span>{" "}
            <code className="font-mono text-key">{maskedKey}</code>
          </>
        }
        actions={<LinkButton to="../clients">All clients</LinkButton>}
      />
      <div className="grid gap-6">
        <DeadKey client={client} />
        <Card title={`Set up ${clientTitle}`}>
          <KeyReminder />
          <ClientGuide title={clientTitle} setup={setup} placeholder={setup.placeholder} />
        </Card>
      </div>
    </>
  );
}
