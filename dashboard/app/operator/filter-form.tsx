import { Form, Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#components/button.tsx";

/** Asks for the same page with other filters, which are in its address. */
export function FilterForm({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  return (
    <Form key={search} method="get" className="mb-6 flex flex-wrap items-end gap-3">
      {children}
      <Button type="submit">Filter</Button>
      {search !== "" && (
        <Link
          to={pathname}
          className="flex min-h-10 items-center rounded-lg px-2 text-sm text-muted hover:text-ink"
        >
          Show all
        </Link>
      )}
    </Form>
  );
}
