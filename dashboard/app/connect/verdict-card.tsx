import { CircleCheck, CircleX } from "lucide-react";
import { useEffect, useRef } from "react";
import { LinkButton } from "#components/button.tsx";
import { remedies } from "#components/receipt-message.tsx";
import type { Diagnosis } from "./diagnosis.ts";
import { findNextPage } from "./next-page.ts";

/** What the doctor found, who can change it, and where. */
export function VerdictCard({ ok, verdict }: Pick<Diagnosis, "ok" | "verdict">) {
  const { code, message, title, whoCanFix } = verdict;
  const card = useRef<HTMLElement>(null);
  const next = findNextPage(code);
  const Icon = ok ? CircleCheck : CircleX;

  useEffect(() => {
    if (verdict) card.current?.focus();
  }, [verdict]);

  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-labelledby="verdict"
      className={`flex gap-3 rounded-xl border p-4 outline-none sm:gap-4 sm:p-6 ${ok ? "border-positive-line bg-positive-soft" : "border-negative-line bg-negative-soft"}`}
    >
      <Icon
        aria-hidden="true"
        className={`mt-0.5 size-6 shrink-0 ${ok ? "text-positive" : "text-negative"}`}
      />
      <div className="min-w-0 text-sm/6">
        <h2 id="verdict" className="text-lg/7 font-semibold">
          {title}
        </h2>
        <p className="mt-1">{message}</p>
        {whoCanFix && (
          <p className="mt-1 font-medium">{remedies[whoCanFix] || "You can change that yourself."}</p>
        )}
        {next && (
          <LinkButton to={next.to} size="small" className="mt-3">
            {next.title}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
