import { Link } from "@remix-run/react";
import {
  ArrowLeft,
  BadgeDollarSign,
  Building2,
  Eye,
  GitCompareArrows,
  HeartPulse,
  House,
  Mail,
  Receipt,
  Webhook,
} from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "#components/badge.tsx";
import { PersonMenu } from "#components/person-menu.tsx";
import { Sidebar } from "#components/sidebar.tsx";
import { SidebarFrame } from "#components/sidebar-frame.tsx";
import { type SidebarLink, SidebarLinks } from "#components/sidebar-links.tsx";
import { useOperator } from "./operator.ts";

const groups: SidebarLink[][] = [
  [
    { to: "", title: "Overview", icon: House },
    { to: "organizations", title: "Organizations", icon: Building2 },
  ],
  [
    { to: "events", title: "Events", icon: Receipt },
    { to: "differences", title: "Differences", icon: GitCompareArrows },
    { to: "plans", title: "Plans", icon: BadgeDollarSign },
  ],
  [
    { to: "mail", title: "Mail", icon: Mail },
    { to: "webhooks", title: "Webhooks", icon: Webhook },
  ],
  [
    { to: "health", title: "Health", icon: HeartPulse },
    { to: "looks", title: "Looks", icon: Eye },
  ],
];

/** Around every page of the console. */
export function OperatorFrame({ children }: { children: ReactNode }) {
  const { user } = useOperator();
  return (
    <SidebarFrame
      sidebar={
        <Sidebar mark={<Badge tone="warning">Operator</Badge>}>
          <Link
            to="/"
            className="flex min-h-10 items-center gap-3 rounded-lg border border-line px-2.5 text-sm font-medium hover:bg-sunken"
          >
            <ArrowLeft aria-hidden="true" className="size-4.5 shrink-0 text-muted" />
            Back to the dashboard
          </Link>
          <SidebarLinks label="Pages of the console" home="/operator" groups={groups} />
          <PersonMenu user={user} />
        </Sidebar>
      }
    >
      {children}
    </SidebarFrame>
  );
}
