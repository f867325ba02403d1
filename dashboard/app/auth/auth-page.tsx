import type { ReactNode } from "react";
import { PublicFrame } from "#components/public-frame.tsx";
import { PublicLinks } from "#components/public-links.tsx";

export const textLink = "rounded font-medium text-accent underline-offset-4 hover:underline";

/** A narrow page about getting in: its one h1, a card, and ways elsewhere below it. */
export function AuthPage({
  title,
  description,
  user,
  footer,
  children,
}: {
  title: string;
  description?: ReactNode;
  user?: { email: string } | null;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <PublicFrame actions={<PublicLinks user={user} />}>
      <div className="mx-auto max-w-md">
        <h1 className="text-2xl/8 font-semibold tracking-tight text-balance wrap-anywhere">{title}</h1>
        {description && (
          <p className="mt-1.5 text-sm/6 text-pretty wrap-anywhere text-muted">{description}</p>
        )}
        <div className="mt-6 rounded-xl border border-line bg-surface p-5 shadow-card sm:p-6">{children}</div>
        {footer && <div className="mt-5 grid gap-2 text-sm/6 text-muted">{footer}</div>}
      </div>
    </PublicFrame>
  );
}
