import {
  Activity,
  Bot,
  ChartColumn,
  CreditCard,
  House,
  KeyRound,
  Monitor,
  Plug,
  Settings,
  Sparkles,
  Users,
} from "lucide-react";
import { useOrganization } from "#organization.ts";
import { OrganizationMenu } from "./organization-menu.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { Sidebar } from "./sidebar.tsx";
import { type SidebarLink, SidebarLinks } from "./sidebar-links.tsx";

interface Entry extends SidebarLink {
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
    { to: "assistants", title: "Connected assistants", icon: Bot, permission: "grant:read" },
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

export function OrganizationSidebar() {
  const { may, organization, user } = useOrganization();
  return (
    <Sidebar>
      <OrganizationMenu />
      <SidebarLinks
        label="Pages of the organization"
        home={`/${organization.slug}`}
        groups={groups.map((entries) => entries.filter(({ permission }) => may(permission)))}
      />
      <PersonMenu user={user} />
    </Sidebar>
  );
}
