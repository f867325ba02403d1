import { useLocation } from "@remix-run/react";
import { AnchorButton } from "#components/button.tsx";
import { ConsentFrame } from "./consent-frame.tsx";

/** The page that was decided on is used up, too old, or somebody else's. The address still says what is asked. */
export function ConsentOver({ why }: { why: string }) {
  const { pathname, search } = useLocation();
  return (
    <ConsentFrame title="This page is over">
      <p role="alert" className="text-sm/6">
        {why} Nothing was decided just now.
      </p>
      <AnchorButton variant="primary" href={pathname + search}>
        Open it anew
      </AnchorButton>
    </ConsentFrame>
  );
}
