import { useFormat } from "#format.ts";

/** How much of a limit is used; orange from 80 % on, red when it is all. An inline style would be refused by the security policy. */
export function Meter({ label, used, limit }: { label: string; used: number; limit: number }) {
  const format = useFormat();
  const share = limit === 0 ? 100 : Math.min(100, (used / limit) * 100);
  const tone = share >= 100 ? "fill-negative" : share >= 80 ? "fill-warning" : "fill-accent";
  return (
    <svg
      role="img"
      aria-label={`${label}: ${format.number(used)} of ${format.number(limit)}`}
      className="block h-2 w-full overflow-hidden rounded-full bg-track"
    >
      <rect width={`${share}%`} height="100%" rx="4" className={tone} />
    </svg>
  );
}
