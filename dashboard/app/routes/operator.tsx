import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, type ShouldRevalidateFunction, useRouteError } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { ErrorCard } from "#components/error-card.tsx";
import { PublicFrame } from "#components/public-frame.tsx";
import { useOperatorOrNull } from "#operator/operator.ts";
import { OperatorFrame } from "#operator/operator-frame.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, user } = await read(openApi(args).session.$get());
  if (!user.isOperator) throw new Response("There is nothing here.", { status: 404 });
  return { now, user };
}

/** Anew with every page, for its time. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export default function OperatorLayout() {
  return (
    <OperatorFrame>
      <Outlet />
    </OperatorFrame>
  );
}

/** To whoever is no operator the console does not show itself. */
export function ErrorBoundary() {
  const error = useRouteError();
  const Frame = useOperatorOrNull() === null ? PublicFrame : OperatorFrame;
  return (
    <Frame>
      <ErrorCard error={error} />
    </Frame>
  );
}
