import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";

/** A sidebar and the page beside it. */
export function SidebarFrame({ sidebar, children }: { sidebar: ReactNode; children: ReactNode }) {
  const isLoading = useNavigation().state === "loading";
  return (
    <div className="min-h-dvh lg:flex">
      {sidebar}
      <main
        id="content"
        tabIndex={-1}
        aria-busy={isLoading}
        className="mx-auto w-full max-w-6xl min-w-0 px-4 py-6 outline-none sm:px-8 sm:py-10"
      >
        {children}
      </main>
    </div>
  );
}
