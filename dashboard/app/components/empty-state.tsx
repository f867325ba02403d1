import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** What stands where there is nothing yet: what would be here, and the first step to it. */
export function EmptyState({
  icon: Icon,
  title,
  actions,
  children,
}: {
  icon: LucideIcon;
  title: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center rounded-xl border border-dashed border-line-strong px-6 py-12 text-center">
      <span className="mb-4 grid size-11 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <h2 className="font-semibold">{title}</h2>
      {children && <div className="mt-1.5 max-w-md text-sm/6 text-pretty text-muted">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
