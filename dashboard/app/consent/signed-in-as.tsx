import { Form, useLocation } from "@remix-run/react";

/** In whose name it is decided, and the way to somebody else's, which leads back here. */
export function SignedInAs({ email }: { email: string }) {
  const { pathname, search } = useLocation();
  return (
    <Form
      method="post"
      action="/sign-out"
      className="flex flex-wrap justify-between gap-x-4 border-t border-line pt-4 text-sm/6 text-muted"
    >
      <input type="hidden" name="to" value={pathname + search} />
      <span className="min-w-0 wrap-anywhere">Signed in as {email}</span>
      <button
        type="submit"
        className="cursor-pointer rounded font-medium text-accent underline-offset-4 hover:underline"
      >
        Use another account
      </button>
    </Form>
  );
}
