import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, LinkButton } from "#components/button.tsx";
import { PublicFrame } from "#components/public-frame.tsx";

/** Around the pages of one's own account, which belong to no organization. */
export function AccountFrame({ children }: { children: ReactNode }) {
  return (
    <PublicFrame
      actions={
        <>
          <LinkButton to="/" variant="ghost" size="small">
            Dashboard
          </LinkButton>
          <Form method="post" action="/sign-out">
            <Button type="submit" size="small">
              Sign out
            </Button>
          </Form>
        </>
      }
    >
      <div className="mx-auto max-w-3xl">{children}</div>
    </PublicFrame>
  );
}
