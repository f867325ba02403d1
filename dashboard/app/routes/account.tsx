import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, type ShouldRevalidateFunction, useRouteError } from "@remix-run/react";
import { AccountFrame } from "#account/account-frame.tsx";
import { ErrorCard } from "#components/error-card.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Tabs } from "#components/tabs.tsx";
import { readSession } from "#session.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { now, user } = await readSession(args);
  return { now, user };
}

/** Anew with every page: what a form asks for as proof depends on it. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

const tabs = [
  { to: "/account", title: "Profile", end: true },
  { to: "/account/security", title: "Security" },
  { to: "/account/sign-in-methods", title: "Sign-in methods" },
  { to: "/account/sessions", title: "Sessions" },
  { to: "/account/appearance", title: "Appearance" },
];

export default function AccountLayout() {
  return (
    <AccountFrame>
      <PageHeader title="Your account" description="It is the same in all your organizations." />
      <Tabs label="Parts of your account" tabs={tabs} />
      <Outlet />
    </AccountFrame>
  );
}

export function ErrorBoundary() {
  return (
    <AccountFrame>
      <ErrorCard error={useRouteError()} />
    </AccountFrame>
  );
}
