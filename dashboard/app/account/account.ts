import { useRouteLoaderData } from "@remix-run/react";
import type { loader } from "#routes/account.tsx";

/** What every page of one's own account knows: who one is, and what time the product has. */
export function useAccount() {
  const frame = useRouteLoaderData<typeof loader>("routes/account");
  if (frame === undefined) throw new Error("Only pages of the account know whose it is.");
  return frame;
}
