import { Check, TriangleAlert, X } from "lucide-react";
import { useEffect, useState } from "react";

interface Toast {
  id: string;
  text: string;
  kind: "done" | "problem";
}

const SHOWN_MS = 6_000;

/** Says once what was just done. Without script it stays until the next page. */
export function Toaster({ toast }: { toast: Toast | null }) {
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [isHeld, setHeld] = useState(false);

  useEffect(() => {
    if (toast === null || isHeld) return;
    const timer = setTimeout(() => setDismissed(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex justify-center sm:inset-x-6 sm:bottom-6 sm:justify-end print:hidden"
    >
      {toast && toast.id !== dismissed && (
        // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps it in sight
        <div
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          className="pointer-events-auto flex max-w-md items-start gap-3 rounded-xl border border-line bg-surface py-3 pr-2 pl-4 text-sm/6 shadow-dialog"
        >
          {toast.kind === "done" ? (
            <Check aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-positive" />
          ) : (
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warning" />
          )}
          <p className="min-w-0 wrap-anywhere">{toast.text}</p>
          <button
            type="button"
            aria-label="Dismiss"
            onClick={() => setDismissed(toast.id)}
            className="-my-1 grid size-8 shrink-0 cursor-pointer place-items-center rounded-lg text-muted hover:bg-sunken noscript:hidden"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </div>
      )}
    </div>
  );
}
