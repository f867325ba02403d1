import type { ReactNode } from "react";

const tones = {
  info: "border-accent-line bg-accent-soft",
  positive: "border-positive-line bg-positive-soft",
  warning: "border-warning-line bg-warning-soft",
  negative: "border-negative-line bg-negative-soft",
};

/** Something about the whole page that wants to be read, with what can be done about it. */
export function Banner({
  tone = "info",
  title,
  actions,
  children,
}: {
  tone?: keyof typeof tones;
  title: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div
      className={`mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-xl border px-4 py-3 text-sm/6 text-ink ${tones[tone]}`}
    >
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {children}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
