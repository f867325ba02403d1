import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Bot } from "lucide-react";
import { read, requireOrganization } from "#api.server.ts";
import { AssistantTable } from "#assistants/assistant-table.tsx";
import { RevokeDialog } from "#assistants/revoke-dialog.tsx";
import { LinkButton } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getId, handleForm } from "#forms.server.ts";
import { useOrganization } from "#organization.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Connected assistants · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const [{ grants }, { connections }] = await Promise.all([
    read(api.grants.$get({ param })),
    read(api.connections.$get({ param })),
  ]);
  return { grants, connections: Object.fromEntries(connections.map(({ id, name }) => [id, name])) };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  return handleForm(args.request, {
    revoke: async (form) => {
      await api.grants[":grant"].$delete({ param: { ...param, grant: getId(form, "grt") } });
      return redirectWithToast(
        `/${param.organization}/assistants`,
        "The assistant is shut out, from its next request on.",
      );
    },
  });
}

export default function AssistantsPage() {
  const { connections, grants } = useLoaderData<typeof loader>();
  const { may } = useOrganization();
  const [search] = useSearchParams();
  const chosen = grants.find(({ id }) => id === search.get("grant"));
  return (
    <>
      <PageHeader
        title="Connected assistants"
        description="Assistants that somebody here signed in to and let in, without an API key. Each can do at most what that member may."
      />
      {grants.length === 0 ? (
        <EmptyState
          icon={Bot}
          title="No assistants connected"
          actions={
            <LinkButton to="../connect" variant="primary">
              Connect an assistant
            </LinkButton>
          }
        >
          Give your assistant the MCP address. It sends you here to allow what it may do, and stands in this
          list from then on.
        </EmptyState>
      ) : (
        <AssistantTable assistants={grants} connections={connections} />
      )}
      {may("grant:write") && search.get("dialog") === "revoke" && chosen && (
        <RevokeDialog assistant={chosen} />
      )}
    </>
  );
}
