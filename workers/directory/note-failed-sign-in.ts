import { createHash } from "node:crypto";
import { z } from "zod";

const HOUR_MS = 3_600_000;
const ALERT_AT = 10;

interface FailedSignIn {
  /** An e-mail address or a user's id. */
  account: string;
  address: string;
  now: number;
}

export interface FailedSignIns {
  userId: string;
  name: string;
  email: string;
  /** Whether the owner shall be told now. */
  isAlarm: boolean;
  count: number;
  since: number;
  addresses: number;
}

const Row = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  recent: z.string(),
  alertedAt: z.number(),
});
const Recent = z.array(z.tuple([z.number(), z.string()])).min(1);

/**
 * Notes a wrong password or code, in one statement so that no two count as the same one. It is an alarm when it is the
 * tenth within an hour and the owner was not told in the last one. Null for an account that nobody has.
 */
export async function noteFailedSignIn(
  db: D1Database,
  { account, address, now }: FailedSignIn,
): Promise<FailedSignIns | null> {
  const hashed = createHash("sha256").update(address).digest("base64url").slice(0, 16);
  const found = await db.prepare(NOTE).bind(account, now, hashed).first();
  if (found === null) return null;
  const { recent, alertedAt, ...owner } = Row.parse(found);
  const failures = Recent.parse(JSON.parse(recent));
  return {
    ...owner,
    isAlarm: alertedAt === now,
    count: failures.length,
    since: Math.min(...failures.map(([at]) => at)),
    addresses: new Set(failures.map(([, from]) => from)).size,
  };
}

// ?1 account, ?2 now, ?3 network address. On the right of each `=` stands the row as it was before.
const NOTE = `
  insert into failed_sign_ins (user_id, recent, alerted_at)
  select id, json_array(json_array(?2, ?3)), 0 from users where (email = ?1 or id = ?1) and email_verified
  on conflict (user_id) do update set
    recent = (
      select json_group_array(json(value)) from (
        select value from (select json_array(?2, ?3) as value union all select value from json_each(recent))
        where value ->> 0 > ?2 - ${HOUR_MS} order by value ->> 0 desc limit ${ALERT_AT})),
    alerted_at = case
      when alerted_at <= ?2 - ${HOUR_MS}
        and (select count(*) from json_each(recent) where value ->> 0 > ?2 - ${HOUR_MS}) >= ${ALERT_AT - 1}
      then ?2 else alerted_at end
  returning user_id as userId, (select name from users where id = user_id) as name,
    (select email from users where id = user_id) as email, recent, alerted_at as alertedAt`;
