import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { acceptInvitation, declineInvitation } from "#auth/answer-invitation.server.ts";
import { AuthPage, textLink } from "#auth/auth-page.tsx";
import { ReceivedInvitations } from "#auth/received-invitations.tsx";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { getText, handleForm } from "#forms.server.ts";

export const meta: MetaFunction = () => [{ title: "New organization · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const api = openApi(args);
  const [{ organizations, user }, { invitations }] = await Promise.all([
    read(api.session.$get()),
    read(api.invitations.$get()),
  ]);
  return { user, invitations, isFirst: organizations.length === 0 };
}

export function action(args: ActionFunctionArgs) {
  return handleForm(args.request, {
    create: async (form) => {
      const json = { name: getText(form, "name") };
      const { id } = await read(openApi(args).organizations.$post({ json }));
      return redirect(`/${id}/start`);
    },
    accept: (form) => acceptInvitation(args, getText(form, "id")),
    decline: (form) => declineInvitation(args, getText(form, "id")),
  });
}

export default function WelcomePage() {
  const { invitations, isFirst, user } = useLoaderData<typeof loader>();
  return (
    <AuthPage
      title={isFirst ? `Welcome, ${user.name}` : "New organization"}
      description="An organization has its own connections, keys, members and bill."
      user={user}
      footer={
        !isFirst && (
          <Link to="/" className={`${textLink} justify-self-start`}>
            Back to your organization
          </Link>
        )
      }
    >
      <ReceivedInvitations invitations={invitations} />
      <ActionForm intent="create">
        <div className="grid gap-5">
          <TextField
            name="name"
            label="Organization"
            hint="The company whose listings you manage. You can rename it later."
            required
            maxLength={100}
            autoComplete="organization"
            autoFocus
          />
          <SubmitButton busy="Creating…">Create organization</SubmitButton>
        </div>
      </ActionForm>
    </AuthPage>
  );
}
