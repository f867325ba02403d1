import { useFormat } from "#format.ts";

/** Which part of all calls it is. */
export function ShareBar({ part, whole }: { part: number; whole: number }) {
  const format = useFormat();
  const percent = whole === 0 ? 0 : (part / whole) * 100;
  return (
    <span className="flex items-center gap-2">
      <svg
        aria-hidden="true"
        className="block h-2 w-16 shrink-0 overflow-hidden rounded-full bg-track lg:w-24 print:[print-color-adjust:exact]"
      >
        <rect width={`${percent}%`} height="100%" rx="4" className="fill-accent" />
      </svg>
      <span className="w-12 text-right text-muted tabular-nums">{format.percent(percent)}</span>
    </span>
  );
}
