import type { ReactNode } from "react";

/** One figure with its name; `children` say what it is measured against. */
export function Stat({ name, value, children }: { name: string; value: ReactNode; children?: ReactNode }) {
  return (
    <div className="min-w-0 rounded-xl border border-line bg-surface p-4 shadow-card sm:p-5">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="mt-1">
        <span className="text-2xl/9 font-semibold tracking-tight tabular-nums">{value}</span>
        {children && <div className="mt-1 text-sm/5.5 text-muted">{children}</div>}
      </dd>
    </div>
  );
}

export function Stats({ children }: { children: ReactNode }) {
  return <dl className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">{children}</dl>;
}
