import type { ReactNode } from "react";
import { LinkButton } from "#components/button.tsx";
import { PublicFrame } from "#components/public-frame.tsx";

/** Around the pages about plans that everybody sees. `ownPlans` is where somebody who is signed in chooses. */
export function PublicPlansFrame({ ownPlans, children }: { ownPlans: string | null; children: ReactNode }) {
  return (
    <PublicFrame
      actions={
        ownPlans === null ? (
          <>
            <LinkButton to="/sign-in" variant="ghost">
              Sign in
            </LinkButton>
            <LinkButton to="/sign-up">Sign up</LinkButton>
          </>
        ) : (
          <LinkButton to={ownPlans}>Your plans</LinkButton>
        )
      }
    >
      {children}
    </PublicFrame>
  );
}
