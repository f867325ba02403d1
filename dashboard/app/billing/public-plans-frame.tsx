import type { ReactNode } from "react";
import { LinkButton } from "#components/button.tsx";
import { PublicFrame } from "#components/public-frame.tsx";
import { PublicLinks } from "#components/public-links.tsx";

/** Around the pages about plans that everybody sees. `ownPlans` is where somebody who is signed in chooses. */
export function PublicPlansFrame({ ownPlans, children }: { ownPlans: string | null; children: ReactNode }) {
  return (
    <PublicFrame
      actions={ownPlans === null ? <PublicLinks /> : <LinkButton to={ownPlans}>Your plans</LinkButton>}
    >
      {children}
    </PublicFrame>
  );
}
