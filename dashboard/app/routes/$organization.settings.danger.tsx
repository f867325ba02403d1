import type { ActionFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useSearchParams } from "@remix-run/react";
import { requireOrganization } from "#api.server.ts";
import { AnchorButton, LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { DateTime } from "#components/time.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { useOrganization } from "#organization.ts";
import { DeleteOrganizationDialog } from "#settings/delete-organization-dialog.tsx";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Danger zone · Latchkey" }];

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const page = `/${param.organization}/settings/danger`;
  return handleForm(args.request, {
    delete: async (form) => {
      await api.$delete({ param, json: { name: getText(form, "name") } });
      return redirectWithToast(
        page,
        "The organization is being deleted. Its keys and assistants have stopped.",
      );
    },
    restore: async () => {
      await api.restore.$post({ param });
      return redirectWithToast(page, "The organization is back, and its keys and assistants work again.");
    },
  });
}

export default function DangerZonePage() {
  const { may, organization } = useOrganization();
  const [search] = useSearchParams();
  const isOwner = may("organization:delete");
  const isDeleting = organization.state === "deleting";
  return (
    <div className="grid gap-6">
      {isOwner && (
        <Card
          title="Export everything"
          description="All that the organization owns, as JSON lines: settings, people, connections, keys and activity. No secret is in it."
          actions={
            <AnchorButton href={`/api/v1/organizations/${organization.id}/export`} size="small" download>
              Download
            </AnchorButton>
          }
        />
      )}
      <Card
        title="Leave this organization"
        description="Your keys and assistants here stop at once. Only an invitation brings you back."
        actions={
          <LinkButton to="../../team?dialog=leave" relative="path" size="small">
            Leave
          </LinkButton>
        }
      />
      {isOwner && !isDeleting && (
        <>
          <Card
            title="Transfer ownership"
            description="Make another member the owner; you become an admin."
            actions={
              <LinkButton to="../../team" relative="path" size="small">
                Choose a member
              </LinkButton>
            }
          />
          <Card
            title="Delete this organization"
            description="The subscription ends, and keys and assistants stop at once. For 30 days an owner can export or restore it; then its data is destroyed."
            actions={
              <LinkButton to="?dialog=delete" size="small" variant="danger" preventScrollReset>
                Delete
              </LinkButton>
            }
          />
        </>
      )}
      {isOwner && isDeleting && organization.deletesAt !== null && (
        <Card title="Restore this organization">
          <ActionForm intent="restore" className="flex flex-wrap items-center justify-between gap-4">
            <p className="text-sm/6 text-muted">
              Its data goes on <DateTime at={organization.deletesAt} dateOnly />. Until then everything can be
              taken back; a subscription has to be started anew.
            </p>
            <SubmitButton busy="Restoring…">Restore</SubmitButton>
          </ActionForm>
        </Card>
      )}
      {search.get("dialog") === "delete" && isOwner && !isDeleting && <DeleteOrganizationDialog />}
    </div>
  );
}
