import { useNavigation } from "@remix-run/react";

/** A thin bar along the top while the next page is on its way. */
export function NavigationBar() {
  const isBusy = useNavigation().state !== "idle";
  return (
    <div
      role="progressbar"
      aria-label="Loading"
      aria-hidden={!isBusy}
      className="pointer-events-none fixed inset-x-0 top-0 z-50 h-0.5"
    >
      {isBusy && <div className="h-full animate-loading bg-accent" />}
    </div>
  );
}
