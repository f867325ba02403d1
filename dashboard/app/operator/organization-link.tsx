import { Link } from "@remix-run/react";

export function OrganizationLink({ id, name = id }: { id: string; name?: string }) {
  return (
    <Link
      to={`/operator/organizations/${id}`}
      className="rounded font-medium wrap-anywhere text-accent underline-offset-2 hover:underline"
    >
      {name}
    </Link>
  );
}
