import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { data } from "@remix-run/cloudflare";
import {
  isRouteErrorResponse,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
  useRouteError,
} from "@remix-run/react";
import { ErrorCard } from "#components/error-card.tsx";
import { Fact, Facts } from "#components/facts.tsx";
import { PublicFrame } from "#components/public-frame.tsx";
import { ClientNotes } from "#consent/client-notes.tsx";
import { decide, openConsent } from "#consent/consent.server.ts";
import { ConsentForm } from "#consent/consent-form.tsx";
import { ConsentFrame } from "#consent/consent-frame.tsx";
import { ConsentOver } from "#consent/consent-over.tsx";
import { ConsentRefused } from "#consent/consent-refused.tsx";
import { DenyForm } from "#consent/deny-form.tsx";
import { NoOrganization } from "#consent/no-organization.tsx";
import { OrganizationChoice } from "#consent/organization-choice.tsx";
import { SignedInAs } from "#consent/signed-in-as.tsx";
import { toApproval } from "#consent/to-approval.server.ts";
import { WayBack } from "#consent/way-back.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { Receipt } from "#receipt.ts";
import { readSession } from "#session.server.ts";

export const meta: MetaFunction = () => [{ title: "Connect an assistant · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const [{ user }, { headers, opened }] = await Promise.all([readSession(args), openConsent(args)]);
  return data({ opened, email: user.email }, { headers });
}

export function action(args: ActionFunctionArgs) {
  return handleForm(args.request, {
    allow: (form) => decide(args, toApproval(form)),
    deny: (form) => decide(args, { decision: "deny", handle: getText(form, "handle") }),
  });
}

/** Reading is asking anew: not after a decision. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === undefined && defaultShouldRevalidate;
}

export default function AuthorizePage() {
  const { email, opened } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result && "to" in result) return <WayBack to={result.to} />;
  if (result?.failure.receipt.code === "invalid_authorization" || opened === null)
    return <ConsentOver why={result?.failure.receipt.message ?? ""} />;
  if (opened.kind === "redirect") return <WayBack to={opened.to} />;
  const { client, handle, organization, organizations } = opened;
  return (
    <ConsentFrame title={`Let ${client.name} work for you?`}>
      <ClientNotes client={client} />
      <Facts>
        <Fact name="Its access goes to">{client.redirectHost}</Fact>
        {organizations.length === 1 && <Fact name="Organization">{organization?.name}</Fact>}
      </Facts>
      {organization === null ? (
        <NoOrganization />
      ) : (
        <>
          {organizations.length > 1 && (
            <OrganizationChoice organizations={organizations} chosen={organization.id} />
          )}
          <ConsentForm consent={opened} organization={organization} />
        </>
      )}
      <DenyForm handle={handle} />
      <SignedInAs email={email} />
    </ConsentFrame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const receipt = isRouteErrorResponse(error) ? Receipt.safeParse(error.data).data : undefined;
  if (receipt && ["invalid_authorization", "invalid_request"].includes(receipt.code))
    return <ConsentRefused why={receipt.message} />;
  return (
    <PublicFrame>
      <ErrorCard error={error} />
    </PublicFrame>
  );
}
