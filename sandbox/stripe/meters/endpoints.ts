import { createAdjustment } from "./create-adjustment.ts";
import { createMeter } from "./create-meter.ts";
import { createMeterEvent } from "./create-meter-event.ts";
import { deactivateMeter } from "./deactivate-meter.ts";
import { listEventSummaries } from "./list-event-summaries.ts";
import { listMeters } from "./list-meters.ts";
import { reactivateMeter } from "./reactivate-meter.ts";
import { retrieveMeter } from "./retrieve-meter.ts";
import { updateMeter } from "./update-meter.ts";

export const meterEndpoints = [
  createMeter,
  retrieveMeter,
  updateMeter,
  listMeters,
  deactivateMeter,
  reactivateMeter,
  createMeterEvent,
  createAdjustment,
  listEventSummaries,
];
