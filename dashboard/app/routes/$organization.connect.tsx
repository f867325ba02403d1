import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { read, requireOrganization } from "#api.server.ts";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { ClientChoice } from "#connect/client-choice.tsx";
import { ClientGuide } from "#connect/client-guide.tsx";
import { ConnectHeader } from "#connect/connect-header.tsx";
import { KeyReminder } from "#connect/key-reminder.tsx";
import { McpAddress } from "#connect/mcp-address.tsx";

export const meta: MetaFunction = () => [{ title: "Connect an assistant · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  return read(api["client-setups"].$get({ param, query: {} }));
}

export default function ConnectPage() {
  const { clients, mcp, placeholder } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const chosen = clients.find(({ client }) => client === search.get("client")) ?? clients[0];

  return (
    <>
      <ConnectHeader />
      <McpAddress address={mcp} />
      {chosen && (
        <>
          <ClientChoice clients={clients} chosen={chosen} />
          <Card title={chosen.title}>
            {chosen.available && <KeyReminder />}
            <ClientGuide key={chosen.client} setup={chosen} placeholder={placeholder} />
          </Card>
        </>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3">
        <p className="text-sm/6 text-muted">Does it not work? The doctor tries your key and says why.</p>
        <LinkButton to="doctor" size="small">
          Open the connection doctor
        </LinkButton>
      </div>
    </>
  );
}
