import type { ReactNode } from "react";
import { useId } from "react";

/** A titled part of a page. `actions` stand beside the title. */
export function Card({
  title,
  description,
  actions,
  children,
}: {
  title?: string;
  description?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className="min-w-0 rounded-xl border border-line bg-surface p-4 shadow-card sm:p-6 print:shadow-none"
    >
      {title && (
        <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-3 last:mb-0">
          <div className="min-w-0">
            <h2 id={id} className="text-base/6 font-semibold">
              {title}
            </h2>
            {description && <p className="mt-1 text-sm/6 text-pretty text-muted">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
