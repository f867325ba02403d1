import type { ReactNode } from "react";
import { LinkButton } from "#components/button.tsx";
import type { StepName } from "./steps.ts";

/** On to another step. */
export function NextLink({
  to,
  variant = "primary",
  children,
}: {
  to: StepName;
  variant?: "primary" | "secondary";
  children: ReactNode;
}) {
  return (
    <LinkButton to={`?step=${to}`} preventScrollReset variant={variant}>
      {children}
    </LinkButton>
  );
}
