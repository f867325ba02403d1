import { Form, useLocation } from "@remix-run/react";
import { Button, LinkButton } from "./button.tsx";

/** At the top of the public pages: the ways in, or who is in and the way out. */
export function PublicLinks({ user = null }: { user?: { email: string } | null }) {
  const { pathname } = useLocation();
  if (user !== null) {
    return (
      <>
        <span className="hidden max-w-64 truncate px-2 text-sm text-muted sm:block">{user.email}</span>
        <Form method="post" action="/sign-out">
          <Button type="submit" variant="ghost">
            Sign out
          </Button>
        </Form>
      </>
    );
  }
  return (
    <>
      {pathname !== "/pricing" && (
        <LinkButton to="/pricing" variant="ghost" className="max-sm:hidden">
          Pricing
        </LinkButton>
      )}
      {pathname !== "/sign-in" && (
        <LinkButton to="/sign-in" variant="ghost">
          Sign in
        </LinkButton>
      )}
      {pathname !== "/sign-up" && <LinkButton to="/sign-up">Sign up</LinkButton>}
    </>
  );
}
