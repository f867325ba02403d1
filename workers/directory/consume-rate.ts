import { AppError } from "#errors.ts";

export interface Rate {
  requests: number;
  seconds: number;
  /** Each time the limit is overstepped again the wait doubles, up to an hour; a quiet hour forgets it. */
  growing?: boolean;
}

const HOUR_MS = 3_600_000;

interface Row {
  count: number;
  windowStart: number;
  blockedUntil: number;
}

/** Counts a request against `key`, in one statement so that no two pass on the same place. Throws `rate_limited`. */
export async function consumeRate(db: D1Database, key: string, rate: Rate, now: number): Promise<void> {
  const { passes, resetsAt } = await count(db, key, rate, now);
  if (passes) return;
  throw new AppError(
    "rate_limited",
    `Only ${rate.requests} of these are allowed in ${rate.seconds} seconds.`,
    {
      limit: rate.requests,
      resetsAt,
      retryAfterSeconds: Math.max(1, Math.ceil((resetsAt - now) / 1_000)),
    },
  );
}

/** The same for what is left out without a word. */
export async function isWithinRate(db: D1Database, key: string, rate: Rate, now: number): Promise<boolean> {
  return (await count(db, key, rate, now)).passes;
}

async function count(db: D1Database, key: string, rate: Rate, now: number) {
  const window = rate.seconds * 1_000;
  const growing = rate.growing === true ? 1 : 0;
  const row = await db.prepare(CONSUME).bind(key, now, window, rate.requests, growing).first<Row>();
  if (row === null) throw new Error("The rate of a request could not be counted.");
  return {
    passes: row.count <= rate.requests && row.blockedUntil <= now,
    resetsAt: Math.max(row.blockedUntil, row.windowStart + window),
  };
}

/** Forgets what was counted, after a success that shows who it was. */
export async function forgetRate(db: D1Database, key: string): Promise<void> {
  await db.prepare("delete from rate_limits where key = ?").bind(key).run();
}

// ?1 key, ?2 now, ?3 window in ms, ?4 requests allowed in it, ?5 whether the wait grows.
const CONSUME = `
  insert into rate_limits (key, count, window_start, strikes, blocked_until) values (?1, 1, ?2, 0, 0)
  on conflict (key) do update set
    count = case
      when blocked_until > ?2 then count
      when max(blocked_until, window_start + ?3) <= ?2 then 1
      else count + 1 end,
    window_start = case when max(blocked_until, window_start + ?3) <= ?2 then ?2 else window_start end,
    strikes = case
      when max(blocked_until, window_start) + ${HOUR_MS} <= ?2 then 0
      when ?5 and blocked_until <= ?2 and window_start + ?3 > ?2 and count = ?4 then strikes + 1
      else strikes end,
    blocked_until = case
      when ?5 and blocked_until <= ?2 and window_start + ?3 > ?2 and count = ?4
      then ?2 + min(${HOUR_MS}, ?3 * (1 << min(strikes, 12)))
      else blocked_until end
  returning count, window_start as windowStart, blocked_until as blockedUntil`;
