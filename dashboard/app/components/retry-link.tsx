import { Link, useNavigation } from "@remix-run/react";
import { Icon } from "./icon.tsx";

/** Loads the page again, in place once the script runs. */
export function RetryLink({ label }: { label: string }) {
  const checking = useNavigation().state === "loading";
  return (
    <Link
      to="."
      preventScrollReset
      aria-busy={checking}
      className="inline-flex h-9 w-34 items-center justify-center gap-2 rounded-lg border border-line bg-surface text-sm font-medium shadow-xs hover:bg-sunken"
    >
      <Icon name="refresh" />
      {checking ? "Checking…" : label}
    </Link>
  );
}
