import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Outlet, type ShouldRevalidateFunction, useRouteError } from "@remix-run/react";
import { ErrorCard } from "#components/error-card.tsx";
import { OrganizationFrame } from "#components/organization-frame.tsx";
import { PublicFrame } from "#components/public-frame.tsx";
import { useOrganizationOrNull } from "#organization.ts";
import { readSession } from "#session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.organization.name} · Latchkey` : "Latchkey" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { now, organizations, user } = await readSession(args);
  const named = args.params.organization;
  const organization = organizations.find(({ id, slug }) => named === slug || named === id);
  if (organization === undefined) throw new Response("You are in no such organization.", { status: 404 });
  const slug = organization.slug ?? organization.id;
  if (named !== slug) throw redirect(args.request.url.replace(`/${named}`, `/${slug}`));
  return { now, user, organizations, organization: { ...organization, slug } };
}

/**
 * Anew with every page: the time, the role and the state of the billing belong to the frame. Not after a form that the API
 * did not answer: reading would fail as well, and what was typed would go with the page.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus = 200 }) => actionStatus < 500;

export default function OrganizationLayout() {
  return (
    <OrganizationFrame>
      <Outlet />
    </OrganizationFrame>
  );
}

/** The frame stays where only the page inside of it failed. */
export function ErrorBoundary() {
  const error = useRouteError();
  const Frame = useOrganizationOrNull() === null ? PublicFrame : OrganizationFrame;
  return (
    <Frame>
      <ErrorCard error={error} />
    </Frame>
  );
}
