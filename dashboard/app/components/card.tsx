import type { ReactNode } from "react";

export function Card({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={labelledBy}
      className="min-w-0 rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-8"
    >
      {children}
    </section>
  );
}
