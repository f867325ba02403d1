/** In UTC and cut from the ISO text, so that server and browser cannot disagree on zone or locale. */
export function UtcTime({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} className="tabular-nums">
      {iso.slice(0, 10)} {iso.slice(11, 19)} UTC
    </time>
  );
}
