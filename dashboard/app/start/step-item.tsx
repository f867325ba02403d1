import { Link } from "@remix-run/react";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import type { Step } from "./steps.ts";

/** One step of several: done, the one at hand with what there is to do, or still to come. */
export function StepItem({
  step: { isDone, name, title },
  number,
  children,
}: {
  step: Step;
  number: number;
  /** Given for the step at hand. */
  children?: ReactNode;
}) {
  const isCurrent = children !== undefined;
  const look = isDone
    ? "bg-positive-soft text-positive ring-positive-line"
    : isCurrent
      ? "bg-button text-on-button ring-transparent"
      : "bg-surface text-muted ring-line-strong";
  return (
    <li
      aria-current={isCurrent ? "step" : undefined}
      className={`rounded-xl border p-4 sm:p-6 ${isCurrent ? "border-line bg-surface shadow-card" : "border-transparent py-1 sm:py-1"}`}
    >
      <div className="flex items-center gap-3">
        <span
          aria-hidden="true"
          className={`grid size-7 shrink-0 place-items-center rounded-full text-sm font-semibold ring-1 ring-inset ${look}`}
        >
          {isDone ? <Check className="size-4" /> : number}
        </span>
        <h2 className={isCurrent ? "text-base/6 font-semibold" : "text-sm/6 font-medium"}>
          {isCurrent ? (
            title
          ) : (
            <Link
              to={`?step=${name}`}
              preventScrollReset
              className="rounded text-muted underline-offset-4 hover:text-ink hover:underline"
            >
              {title}
            </Link>
          )}
          {isDone && <span className="sr-only">, done</span>}
        </h2>
      </div>
      {isCurrent && <div className="mt-4 sm:pl-10">{children}</div>}
    </li>
  );
}
