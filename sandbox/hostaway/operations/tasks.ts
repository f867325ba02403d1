import { Hono } from "hono";
import { z } from "zod";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { each } from "#sandbox/hostaway/fields.ts";
import { getOpenListing } from "#sandbox/hostaway/find.ts";
import {
  contains,
  invalid,
  isWithin,
  NoQuery,
  Paging,
  pageOf,
  QueryDate,
  QueryInteger,
  QueryText,
  readQuery,
} from "#sandbox/hostaway/query.ts";
import { getRow, newRow, nowStamp, readRow } from "#sandbox/hostaway/rows.ts";
import { Task, taskEvents, taskStatuses } from "./task.ts";

const TasksQuery = z.object({
  ...Paging,
  ...each(["channelId", "reservationId"], QueryInteger),
  ...each(["canStartFromEvent", "shouldEndByEvent"], z.enum(taskEvents).optional()),
  match: QueryText,
  status: z.enum(taskStatuses).optional(),
  ...each(["canStartFromStart", "canStartFromEnd", "shouldEndByStart", "shouldEndByEnd"], QueryDate),
});

/** What somebody is to do. */
export const tasks = new Hono<HostawayEnv>();

tasks.get("/tasks", (c) => {
  const { limit, offset, match, ...query } = readQuery(c, TasksQuery);
  const isInclusive = c.var.settings.inclusiveDates;
  const started = { start: query.canStartFromStart, end: query.canStartFromEnd, isInclusive };
  const ended = { start: query.shouldEndByStart, end: query.shouldEndByEnd, isInclusive };
  const exact = ["channelId", "reservationId", "canStartFromEvent", "shouldEndByEvent", "status"] as const;
  const found = c.var.account.tasks
    .all()
    .filter((task) => exact.every((name) => query[name] === undefined || task[name] === query[name]))
    .filter((task) => contains(task.title, match))
    .filter((task) => isWithin(task.canStartFrom, started) && isWithin(task.shouldEndBy, ended));
  return success(pageOf(c, found, { limit, offset }).rows);
});

tasks.post("/tasks", async (c) => {
  readQuery(c, NoQuery);
  const { tasks: rows } = c.var.account;
  return success(rows.put(checked(c, await readRow(c, Task, { fixed: newRow(c, rows) }))));
});

tasks.get("/tasks/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  return success(getRow(c, c.var.account.tasks));
});

tasks.put("/tasks/:id{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const { tasks: rows } = c.var.account;
  const base = getRow(c, rows);
  const { id, accountId, insertedOn } = base;
  const fixed = { id, accountId, insertedOn, isUpdatedManually: 1, updatedOn: nowStamp(c) };
  return success(rows.put(checked(c, await readRow(c, Task, { base, fixed }), base)));
});

tasks.delete("/tasks/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  c.var.account.tasks.remove(getRow(c, c.var.account.tasks).id);
  return success([]);
});

/** What a task names must exist; reaching a state is stamped (assumed). */
function checked(c: HostawayContext, task: Task, before?: Task): Task {
  const { account } = c.var;
  const { listingMapId, reservationId, assigneeUserId, canStartFrom, shouldEndBy } = task;
  const reservation = reservationId === null ? undefined : account.reservations.find(reservationId);
  if (listingMapId !== null) getOpenListing(c, listingMapId);
  if (reservationId !== null && !reservation) throw invalid(c, `Reservation ${reservationId} does not exist`);
  if (assigneeUserId !== null && !account.users.find(assigneeUserId)) {
    throw invalid(c, `User ${assigneeUserId} does not exist`);
  }
  if (canStartFrom && shouldEndBy && shouldEndBy < canStartFrom) {
    throw invalid(c, "shouldEndBy must not be before canStartFrom");
  }
  const stamp = nowStamp(c);
  const isNow = (status: Task["status"]) => task.status === status && before?.status !== status;
  return {
    ...task,
    listingMapId: listingMapId ?? reservation?.listingMapId ?? null,
    channelId: task.channelId ?? reservation?.channelId ?? null,
    confirmedAt: isNow("confirmed") ? stamp : task.confirmedAt,
    startedAt: isNow("inProgress") ? stamp : task.startedAt,
    completedAt: isNow("completed") ? stamp : task.completedAt,
  };
}
