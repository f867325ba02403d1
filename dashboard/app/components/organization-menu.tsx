import { Link } from "@remix-run/react";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { roles, useOrganization } from "#organization.ts";
import { Avatar } from "./avatar.tsx";
import { Menu, menuEntry } from "./menu.tsx";

/** Which organization one looks at, and the way to the others. */
export function OrganizationMenu() {
  const { organization, organizations } = useOrganization();
  return (
    <Menu
      button={
        <span className="flex items-center gap-2.5 rounded-lg border border-line px-2.5 py-2">
          <Avatar name={organization.name} />
          <span className="min-w-0 grow">
            <span className="block truncate text-sm font-medium">{organization.name}</span>
            <span className="block truncate text-xs text-muted">{roles[organization.role].title}</span>
          </span>
          <span className="sr-only">Switch organization</span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
        </span>
      }
    >
      <ul>
        {organizations.map(({ id, name, slug }) => (
          <li key={id}>
            <Link to={`/${slug ?? id}`} className={menuEntry}>
              <span className="min-w-0 grow truncate">{name}</span>
              {id === organization.id && (
                <Check aria-label="this one" className="size-4 shrink-0 text-accent" />
              )}
            </Link>
          </li>
        ))}
      </ul>
      <Link to="/welcome" className={`${menuEntry} mt-1 border-t border-line text-muted`}>
        <Plus aria-hidden="true" className="size-4" />
        New organization
      </Link>
    </Menu>
  );
}
