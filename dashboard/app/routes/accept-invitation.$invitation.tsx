import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { isRouteErrorResponse, useLoaderData, useRouteError } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { acceptInvitation, declineInvitation } from "#auth/answer-invitation.server.ts";
import { AuthPage } from "#auth/auth-page.tsx";
import { findSession } from "#auth/find-session.server.ts";
import { InvitationAnswer } from "#auth/invitation-answer.tsx";
import { SignedOutChoice, WrongAddress } from "#auth/invitation-obstacles.tsx";
import { InvitationText } from "#auth/invitation-text.tsx";
import { AnchorButton } from "#components/button.tsx";
import { ErrorCard } from "#components/error-card.tsx";
import { PublicFrame } from "#components/public-frame.tsx";
import { handleForm } from "#forms.server.ts";

export const meta: MetaFunction = () => [{ title: "Invitation · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const invitation = args.params.invitation ?? "";
  const invitations = openApi(args).invitations;
  const [card, session] = await Promise.all([
    read(invitations[":invitation"].card.$get({ param: { invitation } })),
    findSession(args),
  ]);
  const received = session === null ? [] : (await read(invitations.$get())).invitations;
  return {
    id: invitation,
    card,
    user: session?.user ?? null,
    isForUser: received.some(({ id }) => id === invitation),
  };
}

export function action(args: ActionFunctionArgs) {
  const invitation = args.params.invitation ?? "";
  return handleForm(args.request, {
    accept: () => acceptInvitation(args, invitation),
    decline: () => declineInvitation(args, invitation),
  });
}

export default function InvitationPage() {
  const { card, id, isForUser, user } = useLoaderData<typeof loader>();
  return (
    <AuthPage title={`Join ${card.organizationName}`} user={user}>
      <InvitationText invitation={card} />
      <div className="mt-5">
        {user === null ? (
          <SignedOutChoice />
        ) : isForUser ? (
          <InvitationAnswer id={id} variant="primary" />
        ) : (
          <WrongAddress email={user.email} />
        )}
      </div>
    </AuthPage>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || ![400, 404].includes(error.status)) {
    return (
      <PublicFrame>
        <ErrorCard error={error} />
      </PublicFrame>
    );
  }
  return (
    <AuthPage title="This invitation is not open any more">
      <p className="mb-5 text-sm/6">
        It was answered, taken back, replaced by a newer one, or is older than a week. If you still want to
        join, ask whoever invited you to send it again.
      </p>
      <div className="grid">
        <AnchorButton href="/">Go to the start page</AnchorButton>
      </div>
    </AuthPage>
  );
}
