import { Hono } from "hono";
import { z } from "zod";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { DateText, each, Flag, Integer } from "#sandbox/hostaway/fields.ts";
import { getListing } from "#sandbox/hostaway/find.ts";
import { Paging, pageOf, QueryInteger, readQuery } from "#sandbox/hostaway/query.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

export const SeasonalRule = z.object({
  id: z.int(),
  accountId: z.int(),
  name: z.string(),
  channelId: Integer,
  ...each(
    weekdays.map((weekday) => `minNights${weekday}` as const),
    Integer,
  ),
  maxNights: Integer,
  ...each(["closedForCheckin", "closedForCheckout"], Flag),
  pricingRules: z.array(z.unknown()).default([]),
});
export type SeasonalRule = z.infer<typeof SeasonalRule>;

/** When a rule holds for a listing. */
export const SeasonalInterval = z.object({
  ...each(["id", "listingMapId", "seasonalRuleId"], z.int()),
  ...each(["from", "to"], DateText),
});
export type SeasonalInterval = z.infer<typeof SeasonalInterval>;

const IntervalsQuery = z.object({
  listingMapId: z.coerce.number().int(),
  startDate: z.iso.date(),
  endDate: z.iso.date(),
  channelId: QueryInteger,
});

export const seasonalRules = new Hono<HostawayEnv>();

seasonalRules.get("/seasonalRules", (c) => {
  const { channelId, ...paging } = readQuery(c, z.object({ ...Paging, channelId: QueryInteger }));
  const rules = c.var.account.seasonalRules.all().filter(isFor(channelId));
  return success(pageOf(c, rules, paging).rows);
});

seasonalRules.get("/seasonalRules/intervals", (c) => {
  const { listingMapId, startDate, endDate, channelId } = readQuery(c, IntervalsQuery);
  const { id } = getListing(c, listingMapId, "read");
  const { seasonalIntervals, seasonalRules: rules } = c.var.account;
  const overlapping = seasonalIntervals
    .all()
    .filter(
      (interval) => interval.listingMapId === id && interval.from <= endDate && interval.to >= startDate,
    );
  return success(
    overlapping.flatMap(({ from, to, seasonalRuleId }) => {
      const seasonalRule = rules.find(seasonalRuleId);
      return seasonalRule && isFor(channelId)(seasonalRule) ? [{ from, to, seasonalRule }] : [];
    }),
  );
});

const isFor = (channelId: number | undefined) => (rule: SeasonalRule) =>
  channelId === undefined || rule.channelId === channelId;
