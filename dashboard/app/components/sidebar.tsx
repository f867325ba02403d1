import { NavLink, useLocation } from "@remix-run/react";
import {
  Activity,
  ChartColumn,
  CreditCard,
  House,
  KeyRound,
  type LucideIcon,
  Monitor,
  Plug,
  Settings,
  Sparkles,
  Users,
} from "lucide-react";
import { useEffect, useRef } from "react";
import { useOrganization } from "#organization.ts";
import { Logo } from "./logo.tsx";
import { OrganizationMenu } from "./organization-menu.tsx";
import { PersonMenu } from "./person-menu.tsx";

interface Entry {
  to: string;
  title: string;
  icon: LucideIcon;
  /** Left out for whoever may not. */
  permission: string;
}

const groups: Entry[][] = [
  [
    { to: "", title: "Overview", icon: House, permission: "organization:read" },
    { to: "connect", title: "Connect an assistant", icon: Sparkles, permission: "key:read" },
  ],
  [
    { to: "connections", title: "Connections", icon: Plug, permission: "connection:read" },
    { to: "keys", title: "API keys", icon: KeyRound, permission: "key:read" },
    { to: "clients", title: "Clients", icon: Monitor, permission: "key:read" },
  ],
  [
    { to: "usage", title: "Usage", icon: ChartColumn, permission: "usage:read" },
    { to: "activity", title: "Activity", icon: Activity, permission: "activity:read" },
    { to: "billing", title: "Billing", icon: CreditCard, permission: "billing:read" },
  ],
  [
    { to: "team", title: "Team", icon: Users, permission: "member:read" },
    { to: "settings", title: "Settings", icon: Settings, permission: "organization:read" },
  ],
];

/** Beside the page on wide screens; on narrow ones the same, folded behind a button that needs no script. */
export function Sidebar() {
  const menu = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu
  useEffect(() => {
    if (menu.current) menu.current.open = false;
  }, [key]);

  return (
    <>
      <header className="sticky top-0 z-30 border-b border-line bg-surface lg:hidden print:hidden">
        <details ref={menu} className="group">
          <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-4 px-4 font-semibold [&::-webkit-details-marker]:hidden">
            <span className="flex items-center gap-3">
              <Logo />
              Latchkey
            </span>
            <span className="rounded-lg border border-line-strong px-3 py-1.5 text-sm font-medium">Menu</span>
          </summary>
          <div className="flex max-h-[calc(100dvh-3.5rem)] flex-col gap-4 overflow-y-auto border-t border-line p-3">
            <Entries />
          </div>
        </details>
      </header>
      <aside className="sticky top-0 hidden h-dvh w-64 shrink-0 flex-col gap-4 overflow-y-auto border-r border-line bg-surface p-3 lg:flex print:hidden">
        <a href="/" className="flex items-center gap-3 rounded-lg px-2 py-1.5 font-semibold tracking-tight">
          <Logo />
          Latchkey
        </a>
        <Entries />
      </aside>
    </>
  );
}

function Entries() {
  const { may, organization } = useOrganization();
  return (
    <>
      <OrganizationMenu />
      <nav aria-label="Pages of the organization" className="grow">
        {groups.map((entries) => (
          <ul key={entries[0]?.title} className="mb-3 border-b border-line pb-3 last:mb-0 last:border-0">
            {entries
              .filter(({ permission }) => may(permission))
              .map(({ to, title, icon: Icon }) => (
                <li key={to}>
                  <NavLink
                    to={`/${organization.slug}${to && `/${to}`}`}
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
      <PersonMenu />
    </>
  );
}
