import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Monitor, Plus } from "lucide-react";
import { read, requireOrganization } from "#api.server.ts";
import { ClientCard } from "#clients/client-card.tsx";
import { EditClientDialog } from "#clients/edit-client-dialog.tsx";
import { findClientChoices } from "#clients/find-client-choices.server.ts";
import { NewClientDialog } from "#clients/new-client-dialog.tsx";
import { RemoveClientDialog } from "#clients/remove-client-dialog.tsx";
import { toClientChange, toNewClient } from "#clients/to-client.server.ts";
import { LinkButton } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { LimitUsed } from "#components/limit-used.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getId, handleForm } from "#forms.server.ts";
import { useOrganization } from "#organization.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Clients · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const [{ clients }, { limits }, { connections }, choices] = await Promise.all([
    read(api.clients.$get({ param })),
    read(api.limits.$get({ param })),
    read(api.connections.$get({ param })),
    findClientChoices(args),
  ]);
  const limit = limits.find(({ name }) => name === "clientConfigurations");
  return { clients, connections, choices, limit };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const page = `/${param.organization}/clients`;
  return handleForm(args.request, {
    create: async (form) => {
      const { id, name } = await read(api.clients.$post({ param, json: toNewClient(form) }));
      return redirectWithToast(`${page}/${id}`, `${name} is stored.`);
    },
    update: async (form) => {
      const client = { ...param, client: getId(form, "cli") };
      const { name } = await read(
        api.clients[":client"].$patch({ param: client, json: toClientChange(form) }),
      );
      return redirectWithToast(page, `${name} is saved.`);
    },
    remove: async (form) => {
      await api.clients[":client"].$delete({ param: { ...param, client: getId(form, "cli") } });
      return redirectWithToast(page, "The client is removed. Its key still works.");
    },
  });
}

export default function ClientsPage() {
  const { choices, clients, connections, limit } = useLoaderData<typeof loader>();
  const { may } = useOrganization();
  const [search] = useSearchParams();
  const dialog = may("key:write") ? search.get("dialog") : null;
  const chosen = clients.find(({ id }) => id === search.get("client"));
  const addClient = may("key:write") && (
    <LinkButton to="?dialog=new" preventScrollReset variant="primary">
      <Plus aria-hidden="true" className="size-4" />
      Add a client
    </LinkButton>
  );

  return (
    <>
      <PageHeader
        title="Clients"
        description="Which assistant was set up with which key, and how, so that it can be looked up and changed."
        actions={clients.length > 0 && addClient}
      />
      {clients.length === 0 ? (
        <EmptyState icon={Monitor} title="No clients yet" actions={addClient}>
          Note each assistant that you set up, with the key it uses. If the key ends, you see it here.
        </EmptyState>
      ) : (
        <>
          <ul className="grid gap-4">
            {clients.map((client) => (
              <li key={client.id}>
                <ClientCard client={client} connections={connections} />
              </li>
            ))}
          </ul>
          <LimitUsed limit={limit} />
        </>
      )}
      {dialog === "new" && choices && <NewClientDialog {...choices} />}
      {dialog === "edit" && choices && chosen && <EditClientDialog client={chosen} keys={choices.keys} />}
      {dialog === "remove" && chosen && <RemoveClientDialog client={chosen} />}
    </>
  );
}
