import type { ReactNode } from "react";

/** The top of every page: its one h1, a sentence, and what can be done here. */
export function PageHeader({
  title,
  description,
  actions,
}: {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4 sm:mb-8">
      <div className="min-w-0 max-w-2xl">
        <h1 className="text-2xl/8 font-semibold tracking-tight text-balance wrap-anywhere">{title}</h1>
        {description && <p className="mt-1.5 text-sm/6 text-pretty text-muted">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
