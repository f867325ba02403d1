import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { UserPlus } from "lucide-react";
import { openApi, read, requireOrganization } from "#api.server.ts";
import { LinkButton } from "#components/button.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { readMembership } from "#membership.server.ts";
import { useOrganization } from "#organization.ts";
import { assertConfirmed } from "#team/assert-confirmed.server.ts";
import { InvitationsCard } from "#team/invitations-card.tsx";
import { MembersCard } from "#team/members-card.tsx";
import { RolesCard } from "#team/roles-card.tsx";
import { TeamDialog } from "#team/team-dialog.tsx";
import { toChange, toRole } from "#team/to-change.server.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Team · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const [{ members }, { limits }, { connectors }, { may }] = await Promise.all([
    read(api.members.$get({ param })),
    read(api.limits.$get({ param })),
    read(openApi(args).connectors.$get()),
    readMembership(args),
  ]);
  const invitations = may("invitation:read")
    ? (await read(api.invitations.$get({ param }))).invitations
    : null;
  return { members, invitations, connectors, limit: limits.find(({ name }) => name === "members") };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const page = `/${param.organization}/team`;
  const toMember = (form: FormData) => ({ ...param, member: getText(form, "id") });
  const toInvitation = (form: FormData) => ({ ...param, invitation: getText(form, "id") });
  return handleForm(args.request, {
    invite: async (form) => {
      const email = getText(form, "email");
      await api.invitations.$post({ param, json: { email, role: toRole(form) } });
      return redirectWithToast(page, `An invitation is on its way to ${email}.`);
    },
    resend: async (form) => {
      await api.invitations[":invitation"].resend.$post({ param: toInvitation(form) });
      return redirectWithToast(page, "The invitation is on its way again.");
    },
    revoke: async (form) => {
      await api.invitations[":invitation"].$delete({ param: toInvitation(form) });
      return redirectWithToast(page, "The invitation is taken back.");
    },
    change: async (form) => {
      await api.members[":member"].$patch({ param: toMember(form), json: toChange(form) });
      return redirectWithToast(page, "The change acts from the next request on.");
    },
    remove: async (form) => {
      await api.members[":member"].$delete({ param: toMember(form) });
      return redirectWithToast(page, "The member is removed, and their keys and assistants have stopped.");
    },
    leave: async () => {
      await api.leave.$post({ param });
      return redirectWithToast("/", "You have left the organization.");
    },
    transfer: async (form) => {
      assertConfirmed(form, param.organization);
      await api.transfer.$post({ param, json: { member: getText(form, "member") } });
      return redirectWithToast(page, "The organization has a new owner. You are an admin now.");
    },
  });
}

export default function TeamPage() {
  const { invitations } = useLoaderData<typeof loader>();
  const { may } = useOrganization();
  return (
    <>
      <PageHeader
        title="Team"
        description="Who belongs to the organization, and what they may do in it."
        actions={
          may("invitation:write") && (
            <LinkButton to="?dialog=invite" preventScrollReset variant="primary">
              <UserPlus aria-hidden="true" className="size-4" />
              Invite somebody
            </LinkButton>
          )
        }
      />
      <div className="grid gap-6">
        <MembersCard />
        {invitations && invitations.length > 0 && <InvitationsCard invitations={invitations} />}
        <RolesCard />
      </div>
      <TeamDialog />
    </>
  );
}
