import { NavLink } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";

export interface SidebarLink {
  to: string;
  title: string;
  icon: LucideIcon;
}

/** The pages beside which the sidebar stands, in groups. `home` is the one at the root of the others. */
export function SidebarLinks({
  label,
  home,
  groups,
}: {
  label: string;
  home: string;
  groups: SidebarLink[][];
}) {
  return (
    <nav aria-label={label} className="grow">
      {groups.map((links) => (
        <ul key={links[0]?.to} className="mb-3 border-b border-line pb-3 last:mb-0 last:border-0">
          {links.map(({ to, title, icon: Icon }) => (
            <li key={to}>
              <NavLink
                to={`${home}${to && `/${to}`}`}
                end={to === ""}
                className="flex min-h-10 items-center gap-3 rounded-lg px-2.5 text-sm font-medium text-muted hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
              >
                <Icon aria-hidden="true" className="size-4.5 shrink-0" />
                {title}
              </NavLink>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
