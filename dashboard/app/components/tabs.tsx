import { NavLink } from "@remix-run/react";

/** The parts of a page that have addresses of their own. */
export function Tabs({
  label,
  tabs,
}: {
  label: string;
  tabs: { to: string; title: string; end?: boolean }[];
}) {
  return (
    <nav aria-label={label} className="mb-6 flex gap-1 overflow-x-auto border-b border-line">
      {tabs.map(({ to, title, end }) => (
        <NavLink
          key={to}
          to={to}
          end={end}
          className="-mb-px border-b-2 border-transparent px-3 py-2.5 text-sm font-medium whitespace-nowrap text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-accent"
        >
          {title}
        </NavLink>
      ))}
    </nav>
  );
}
