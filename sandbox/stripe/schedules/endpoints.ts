import { cancelScheduleEndpoint } from "./cancel-schedule.ts";
import { createSchedule } from "./create-schedule.ts";
import { listSchedules } from "./list-schedules.ts";
import { releaseSchedule } from "./release-schedule.ts";
import { retrieveSchedule } from "./retrieve-schedule.ts";
import { updateSchedule } from "./update-schedule.ts";

export const scheduleEndpoints = [
  createSchedule,
  retrieveSchedule,
  updateSchedule,
  listSchedules,
  releaseSchedule,
  cancelScheduleEndpoint,
];
