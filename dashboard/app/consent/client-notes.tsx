import { BadgeCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Consent } from "./consent.ts";

/** How far it is known who asks. */
export function ClientNotes({ client: { domain, isLocal } }: Pick<Consent, "client">) {
  return (
    <div className="grid gap-4">
      {domain === null ? (
        <Note>
          <strong className="font-semibold">Not verified.</strong> This name is only what it calls itself. Go
          on only if you started this yourself, in an app that you trust.
        </Note>
      ) : (
        <p className="flex items-start gap-2.5 rounded-lg border border-positive-line bg-positive-soft px-4 py-3 text-sm/6 wrap-anywhere">
          <BadgeCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-positive" />
          <span>
            Verified: it belongs to <strong className="font-semibold">{domain}</strong>
          </span>
        </p>
      )}
      {isLocal && (
        <Note>
          <strong className="font-semibold">It says that it runs on this device.</strong> Any program here can
          say so. Allow it only if you have just started it.
        </Note>
      )}
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2.5 rounded-lg border border-warning-line bg-warning-soft px-4 py-3 text-sm/6">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warning" />
      <span>{children}</span>
    </p>
  );
}
