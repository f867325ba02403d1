import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { read, requireOrganization } from "#api.server.ts";
import { textLink } from "#auth/auth-page.tsx";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { ClientChoice } from "#connect/client-choice.tsx";
import { ClientGuide } from "#connect/client-guide.tsx";
import { ConnectHeader } from "#connect/connect-header.tsx";
import { KeyReminder } from "#connect/key-reminder.tsx";
import { McpAddress } from "#connect/mcp-address.tsx";
import { SignInReminder } from "#connect/sign-in-reminder.tsx";
import { WayChoice } from "#connect/way-choice.tsx";

export const meta: MetaFunction = () => [{ title: "Connect an assistant · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  return read(api["client-setups"].$get({ param, query: {} }));
}

export default function ConnectPage() {
  const { clients, mcp, placeholder, quirks } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const chosen = clients.find(({ client }) => client === search.get("client")) ?? clients[0];
  const setup = chosen?.ways.find(({ way }) => way === search.get("way")) ?? chosen?.ways[0];

  return (
    <>
      <ConnectHeader />
      <McpAddress address={mcp} />
      {chosen && setup && (
        <>
          <ClientChoice clients={clients} chosen={chosen} />
          <Card title={chosen.title}>
            <WayChoice client={chosen} chosen={setup} />
            {setup.way === "key" ? <KeyReminder /> : <SignInReminder />}
            <ClientGuide
              key={`${chosen.client} ${setup.way}`}
              title={chosen.title}
              setup={setup}
              placeholder={placeholder}
            />
          </Card>
        </>
      )}
      <p className="mt-6 text-sm/6 text-muted">
        Assistants that have signed in are listed under{" "}
        <Link to="../assistants" className={textLink}>
          Connected assistants
        </Link>
        . Read about the{" "}
        <a href={quirks} className={textLink}>
          limits and quirks of each assistant
        </a>
        .
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-3">
        <p className="text-sm/6 text-muted">Does a key not work? The doctor tries it and says why.</p>
        <LinkButton to="doctor" size="small">
          Open the connection doctor
        </LinkButton>
      </div>
    </>
  );
}
