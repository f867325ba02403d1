import { Link, useSearchParams } from "@remix-run/react";
import { Check } from "lucide-react";
import type { Consent } from "./consent.ts";

/** Which organization it is let into: by address, since each has other connections and another role. */
export function OrganizationChoice({
  organizations,
  chosen,
}: Pick<Consent, "organizations"> & { chosen: string }) {
  const [search] = useSearchParams();
  const toAddress = (slug: string) => {
    const query = new URLSearchParams(search);
    query.set("organization", slug);
    return `?${query}`;
  };
  return (
    <nav aria-labelledby="organizations">
      <h2 id="organizations" className="mb-2 text-sm font-medium">
        Organization
      </h2>
      <ul className="max-h-48 divide-y divide-line overflow-y-auto rounded-lg border border-line">
        {organizations.map(({ id, name, slug }) => (
          <li key={id}>
            <Link
              to={toAddress(slug)}
              replace
              preventScrollReset
              aria-current={id === chosen || undefined}
              className="flex items-center justify-between gap-3 px-4 py-2.5 text-sm/5.5 -outline-offset-2 hover:bg-sunken aria-[current=true]:font-semibold"
            >
              <span className="min-w-0 wrap-anywhere">{name}</span>
              {id === chosen && <Check aria-hidden="true" className="size-4 shrink-0 text-accent" />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
