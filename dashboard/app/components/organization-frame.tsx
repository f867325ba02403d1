import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { BillingBanner } from "./billing-banner.tsx";
import { Sidebar } from "./sidebar.tsx";

/** Around every page of an organization. */
export function OrganizationFrame({ children }: { children: ReactNode }) {
  const isLoading = useNavigation().state === "loading";
  return (
    <div className="min-h-dvh lg:flex">
      <Sidebar />
      <main
        id="content"
        tabIndex={-1}
        aria-busy={isLoading}
        className="mx-auto w-full max-w-6xl min-w-0 px-4 py-6 outline-none sm:px-8 sm:py-10"
      >
        <BillingBanner />
        {children}
      </main>
    </div>
  );
}
