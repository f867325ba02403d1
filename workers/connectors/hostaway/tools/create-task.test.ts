import { expect, test } from "vitest";
import { fakeUpstream, listing, one, reservation } from "../fake-upstream.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { createTask } from "./create-task.ts";

const account = (fields: object = {}, routes: object = {}) =>
  fakeUpstream({
    "/listings/1": one(listing(1, fields)),
    "/reservations/501": one(reservation(501)),
    "/users": { status: "success", result: [{ id: 5, firstName: "Eva", lastName: "Fix" }] },
    "POST /tasks": (_: unknown, body: object) => one({ id: 44, status: "pending", ...body }),
    "DELETE /tasks/44": { status: "success", result: [] },
    ...routes,
  });
const args = {
  title: "Fix the boiler",
  booking_id: 501,
  assignee_user_id: 5,
  category: "maintenance" as const,
  start_at: "2026-12-10T15:00:00+01:00",
};

test("plans for the booking's property and sends times in UTC", async () => {
  const upstream = account();
  const plan = await planWrite(createTask, upstream, args);
  expect(plan.summary).toBe('Creates the task "Fix the boiler" at House 1 for Eva Fix.');
  const step = getStep(plan);
  expect(step.item).toBe("task");
  expect(step.after).toMatchObject({ property_id: 1, booking_id: 501, start_at: "2026-12-10T14:00:00Z" });
  expect(await applyWrite(createTask, upstream, step.change)).toEqual({ task_id: 44, status: "pending" });
  expect(upstream.calls.at(-1)?.request.body).toEqual({
    title: "Fix the boiler",
    listingMapId: 1,
    reservationId: 501,
    assigneeUserId: 5,
    canStartFrom: "2026-12-10 14:00:00",
    categoriesMap: [2],
  });
});

test("a title is enough, and that nobody is assigned is said", async () => {
  const upstream = account();
  const plan = await planWrite(createTask, upstream, { title: "Call the bank" });
  expect(plan.warnings).toEqual(["Nobody is assigned to it."]);
  expect(getStep(plan).change).toEqual({ kind: "create", body: { title: "Call the bank" } });
});

test("is undone by deleting it", async () => {
  const held = { id: 44, title: "Call the bank", status: "pending" };
  const upstream = account({}, { "GET /tasks/44": one(held) });
  const step = getStep(await planWrite(createTask, upstream, { title: "Call the bank" }));
  const { now, reverse } = await lookBack(createTask, upstream, step, { task_id: 44 });
  expect(now).toEqual(step.after);
  expect(reverse).toEqual({ kind: "delete", task_id: 44 });
  if (reverse) await applyWrite(createTask, upstream, reverse);
  expect(upstream.calls.at(-1)).toMatchObject({ path: "/tasks/44", request: { method: "DELETE" } });
  expect((await lookBack(createTask, account(), step, { task_id: 44 })).now).toBeNull();
});

test.each([
  ["an archived property", { title: "x", property_id: 1 }, "invalid_request", { specialStatus: "archived" }],
  ["a booking at another property", { title: "x", property_id: 2, booking_id: 501 }, "invalid_request", {}],
  ["an unknown assignee", { title: "x", assignee_user_id: 6 }, "not_found", {}],
  [
    "an end before the start",
    { title: "x", start_at: "2026-12-10T15:00:00Z", due_at: "2026-12-10T15:00:00+02:00" },
    "invalid_request",
    {},
  ],
])("refuses %s", async (_, given, code, fields) => {
  await expect(planWrite(createTask, account(fields), given)).rejects.toMatchObject({ code });
});
