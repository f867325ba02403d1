import { Form, useLocation } from "@remix-run/react";
import { Button, LinkButton } from "#components/button.tsx";

/** Before an invitation can be answered it must be known who does. */
export function SignedOutChoice() {
  const query = new URLSearchParams({ to: useLocation().pathname });
  return (
    <div className="grid gap-3">
      <LinkButton to={`/sign-up?${query}`} variant="primary">
        Sign up to accept
      </LinkButton>
      <LinkButton to={`/sign-in?${query}`}>Sign in to accept</LinkButton>
    </div>
  );
}

export function WrongAddress({ email }: { email: string }) {
  const { pathname } = useLocation();
  return (
    <>
      <p role="alert" className="mb-4 text-sm/6 wrap-anywhere">
        It was sent to another address than <strong className="font-semibold">{email}</strong>, with which you
        are signed in. Sign out, and come back with the address that the message was sent to.
      </p>
      <Form method="post" action="/sign-out" className="grid">
        <input type="hidden" name="to" value={pathname} />
        <Button type="submit" variant="primary">
          Sign out and go on
        </Button>
      </Form>
    </>
  );
}
