import { useFormat } from "#format.ts";

/** How much of what the plan allows is used. */
export function LimitUsed({ limit }: { limit: { used: number; limit: number } | undefined }) {
  const format = useFormat();
  if (limit === undefined) return null;
  return (
    <p className="mt-4 text-sm text-muted">
      {format.number(limit.used)} of {format.number(limit.limit)} used
    </p>
  );
}
