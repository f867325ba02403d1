import type { ReactNode } from "react";

const tones = {
  neutral: "bg-sunken text-muted ring-line",
  positive: "bg-positive-soft text-positive ring-positive-line",
  warning: "bg-warning-soft text-warning ring-warning-line",
  negative: "bg-negative-soft text-negative ring-negative-line",
  accent: "bg-accent-soft text-accent ring-accent-line",
};
export type Tone = keyof typeof tones;

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full px-2 text-xs/5.5 font-medium whitespace-nowrap ring-1 ring-inset ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
