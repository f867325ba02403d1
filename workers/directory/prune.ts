import { and, gte, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import {
  billingEvents,
  emails,
  failedSignIns,
  jobRuns,
  oauthRecords,
  rateLimits,
  sessions,
  slowQueries,
  verifications,
} from "./schema/index.ts";
import { MAX_ATTEMPTS } from "./send-email.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Longer than the longest window, which is a day. */
const RATES_KEPT_MS = 2 * DAY_MS;
/** Of what health is judged by. A job that is no more goes with it. */
const SIGNALS_KEPT_MS = 7 * DAY_MS;
const EMAILS_KEPT_MS = 30 * DAY_MS;
/** Of billing. Stripe itself keeps them for a month. */
const EVENTS_KEPT_MS = 90 * DAY_MS;

/** Deletes what nobody asks for any more. Rows of better-auth and of the OAuth library end by the platform's time, which `now` need not be. */
export async function prune(db: D1Database, now: number): Promise<void> {
  const orm = drizzle(db);
  const platformNow = new Date();
  const before = now - HOUR_MS;
  await orm.batch([
    orm
      .delete(rateLimits)
      .where(lt(sql`max(${rateLimits.windowStart}, ${rateLimits.blockedUntil})`, now - RATES_KEPT_MS)),
    orm
      .delete(failedSignIns)
      .where(
        and(lt(failedSignIns.alertedAt, before), lt(sql`${failedSignIns.recent} ->> '$[0][0]'`, before)),
      ),
    orm.delete(sessions).where(lt(sessions.expiresAt, platformNow)),
    orm.delete(verifications).where(lt(verifications.expiresAt, platformNow)),
    orm.delete(oauthRecords).where(lt(oauthRecords.endsAt, platformNow.getTime())),
    orm.delete(slowQueries).where(lt(slowQueries.at, now - SIGNALS_KEPT_MS)),
    orm.delete(jobRuns).where(lt(jobRuns.startedAt, now - SIGNALS_KEPT_MS)),
    orm.delete(emails).where(lt(emails.createdAt, now - EMAILS_KEPT_MS)),
    orm
      .delete(billingEvents)
      .where(
        and(
          inArray(billingEvents.state, ["completed", "ignored"]),
          lt(billingEvents.receivedAt, now - EVENTS_KEPT_MS),
        ),
      ),
    // A message that failed for good may hold a link; that it was to be sent is kept.
    orm
      .update(emails)
      .set({ text: null, html: null })
      .where(
        and(
          isNull(emails.sentAt),
          gte(emails.attempts, MAX_ATTEMPTS),
          isNotNull(emails.text),
          lt(emails.createdAt, now - DAY_MS),
        ),
      ),
  ]);
}
