import { useFormat } from "#format.ts";

/** A moment; its exact time shows on hover and is what machines read. */
export function DateTime({ at, dateOnly = false }: { at: number; dateOnly?: boolean }) {
  const format = useFormat();
  return (
    <time dateTime={new Date(at).toISOString()} title={format.exact(at)} suppressHydrationWarning>
      {dateOnly ? format.date(at) : format.dateTime(at)}
    </time>
  );
}

/** How long ago or how far off; `now` is the server's, whose clock the product goes by. */
export function RelativeTime({ at, now }: { at: number; now: number }) {
  const format = useFormat();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={format.exact(at)}
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {format.relative(at, now)}
    </time>
  );
}
