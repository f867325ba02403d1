import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { openApi, read, requireOrganization } from "#api.server.ts";
import { LimitUsed } from "#components/limit-used.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { ConnectDialog } from "#connections/connect-dialog.tsx";
import { ConnectionDialog } from "#connections/connection-dialog.tsx";
import { ConnectorCard } from "#connections/connector-card.tsx";
import { findDependents } from "#connections/find-dependents.server.ts";
import { toCredential } from "#connections/to-credential.server.ts";
import { getId, getText, handleForm } from "#forms.server.ts";
import { useOrganization } from "#organization.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Connections · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const dialog = new URL(args.request.url).searchParams.get("dialog");
  const [{ connectors }, { connections }, { limits }, dependents] = await Promise.all([
    read(openApi(args).connectors.$get()),
    read(api.connections.$get({ param })),
    read(api.limits.$get({ param })),
    dialog === "disconnect" ? findDependents(args) : null,
  ]);
  const isNamingMembers = dialog === "share" || connections.some(({ sharedWith }) => sharedWith !== null);
  const members = isNamingMembers ? (await read(api.members.$get({ param }))).members : null;
  const limit = limits.find(({ name }) => name === "connections");
  return { connectors, connections, limit, members, dependents };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const one = api.connections[":connection"];
  const toParam = (form: FormData) => ({ ...param, connection: getId(form, "con") });
  const page = `/${param.organization}/connections`;
  return handleForm(args.request, {
    connect: async (form) => {
      const connector = getText(form, "id");
      const json = { connector, name: getText(form, "name") || undefined, credential: toCredential(form) };
      const { name } = await read(api.connections.$post({ param, json }));
      return redirectWithToast(page, `${name} is connected.`);
    },
    test: async (form) => ({ tested: await read(one.test.$post({ param: toParam(form) })) }),
    rename: async (form) => {
      const json = { name: getText(form, "name") };
      const { name } = await read(one.$patch({ param: toParam(form), json }));
      return redirectWithToast(page, `The connection is called ${name} now.`);
    },
    rotate: async (form) => {
      const json = { credential: toCredential(form) };
      const { name } = await read(one.credential.$put({ param: toParam(form), json }));
      return redirectWithToast(page, `${name} works with the new credential.`);
    },
    share: async (form) => {
      const members = getText(form, "reach") === "all" ? null : form.getAll("members").map(String);
      const { name } = await read(one.members.$put({ param: toParam(form), json: { members } }));
      return redirectWithToast(page, `Who may use ${name} is changed, from the next call on.`);
    },
    disconnect: async (form) => {
      await one.$delete({ param: toParam(form) });
      return redirectWithToast(page, "The account is disconnected and its credential forgotten.");
    },
  });
}

export default function ConnectionsPage() {
  const { connections, connectors, limit, members } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { may } = useOrganization();
  const [search] = useSearchParams();
  const chosen = connectors.find(({ name }) => name === search.get("connector"));
  const tested = result && "tested" in result ? result.tested : null;
  return (
    <>
      <PageHeader
        title="Connections"
        description="The accounts that your assistants work with. Credentials are stored encrypted and never shown again."
      />
      <div className="grid gap-6">
        {connectors.map((connector) => (
          <ConnectorCard
            key={connector.name}
            connector={connector}
            connections={connections.filter((connection) => connection.connector === connector.name)}
            members={members}
            tested={tested}
          />
        ))}
      </div>
      <LimitUsed limit={limit} />
      {may("connection:write") && search.get("dialog") === "connect" && chosen && (
        <ConnectDialog connector={chosen} />
      )}
      {may("connection:write") && <ConnectionDialog />}
    </>
  );
}
