import { useRouteLoaderData } from "@remix-run/react";
import type { loader } from "#routes/operator.tsx";

/** What every page of the console knows: who looks at it, and what time the product has. */
export function useOperator() {
  const frame = useOperatorOrNull();
  if (frame === null) throw new Error("Only pages of the console know its operator.");
  return frame;
}

/** Null for whoever is none. */
export function useOperatorOrNull() {
  return useRouteLoaderData<typeof loader>("routes/operator") ?? null;
}
