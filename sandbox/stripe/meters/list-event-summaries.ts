import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { toId } from "../core/ids.ts";
import type { Meter, MeterEventSummary } from "../core/objects.ts";
import { toList } from "../wire/list.ts";
import { listFields, Text, Timestamp } from "../wire/parameters.ts";
import { aggregate } from "./aggregate.ts";
import { countedEvents } from "./usage-between.ts";

const Params = z.strictObject({
  ...listFields,
  customer: Text,
  start_time: Timestamp,
  end_time: Timestamp,
  value_grouping_window: z.enum(["day", "hour"]).optional(),
});

const windowSeconds = { day: 86_400, hour: 3600 };

export const listEventSummaries = endpoint(
  "GET",
  "/v1/billing/meters/:meter/event_summaries",
  Params,
  (ctx, params, ids) => {
    const meter = ctx.db.meters.get(ids.meter);
    const customer = ctx.db.customers.get(params.customer, "customer").id;
    const { start_time, end_time, value_grouping_window: group } = params;
    if (end_time <= start_time)
      throw invalidRequest("`end_time` must be after `start_time`.", { param: "end_time" });
    const step = group ? windowSeconds[group] : end_time - start_time;
    assertAligned({ start_time, end_time }, group ? step : 60);
    const starts = Array.from(
      { length: (end_time - start_time) / step },
      (_, index) => start_time + index * step,
    );
    const summaries = starts.map((start) => summarize(ctx, meter, { customer, start, end: start + step }));
    const shown = group ? summaries.filter(({ hasEvents }) => hasEvents) : summaries;
    const url = `/v1/billing/meters/${meter.id}/event_summaries`;
    return toList(
      url,
      shown.map(({ summary }) => summary),
      params,
    );
  },
);

function assertAligned(times: Record<string, number>, step: number): void {
  for (const [param, time] of Object.entries(times))
    if (time % step !== 0)
      throw invalidRequest(`\`${param}\` must be aligned with ${unitNames[step]} boundaries.`, { param });
}

const unitNames: Record<number, string> = { 60: "minute", 3600: "UTC hour", 86400: "UTC day" };

function summarize(ctx: Context, meter: Meter, period: { customer: string; start: number; end: number }) {
  const events = countedEvents(ctx, { meter: meter.id, ...period });
  const summary: MeterEventSummary = {
    id: toId("mtrusg_test_", `${meter.id} ${period.customer} ${period.end}`, period.start),
    object: "billing.meter_event_summary",
    aggregated_value: aggregate(meter, events),
    end_time: period.end,
    livemode: false,
    meter: meter.id,
    start_time: period.start,
  };
  return { summary, hasEvents: events.length > 0 };
}
