import type { ReactNode } from "react";

/** What is to be known before the first step. */
export function Reminder({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="mb-5 flex gap-2.5 border-b border-line pb-5 text-sm/6">
      <span className="mt-1 shrink-0">{icon}</span>
      <span className="min-w-0">{children}</span>
    </p>
  );
}
