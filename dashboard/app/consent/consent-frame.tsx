import type { ReactNode } from "react";
import { PublicFrame } from "#components/public-frame.tsx";

/** A narrow page between somebody's assistant and their organization. It leads nowhere but to the decision. */
export function ConsentFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <PublicFrame>
      <div className="mx-auto max-w-lg">
        {/* An assistant's name must not push away what is said about it. */}
        <h1 className="line-clamp-3 text-2xl/8 font-semibold tracking-tight text-balance wrap-anywhere">
          {title}
        </h1>
        <div className="mt-6 grid gap-6 rounded-xl border border-line bg-surface p-5 shadow-card sm:p-6">
          {children}
        </div>
      </div>
    </PublicFrame>
  );
}
