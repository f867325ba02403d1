import type { ReactNode } from "react";

/** One of a page's things, such as a key: what it is, and beside or below that what can be done with it. */
export function ItemCard({ titleId, children }: { titleId: string; children: ReactNode }) {
  return (
    <article
      aria-labelledby={titleId}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4 rounded-xl border border-line bg-surface p-4 shadow-card sm:px-6 sm:py-5"
    >
      {children}
    </article>
  );
}
