import { expect, test } from "vitest";
import { fakeUpstream, one } from "../fake-upstream.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { updateTask } from "./update-task.ts";

const task = { id: 44, title: "Clean", status: "pending", shouldEndBy: "2026-12-10 10:00:00" };
const board = () =>
  fakeUpstream({
    "GET /tasks/44": one(task),
    "PUT /tasks/44": (_: unknown, body: object) => one({ ...task, ...body }),
    "/users": { status: "success", result: [{ id: 5, firstName: "Eva", lastName: "Fix" }] },
  });

test("sends only what changes, times in UTC", async () => {
  const upstream = board();
  const args = { task_id: 44, title: "Clean", status: "completed" as const, due_at: "2026-12-10T12:00:00Z" };
  const step = getStep(await planWrite(updateTask, upstream, args));
  expect(step).toMatchObject({
    before: { status: "pending", due_at: "2026-12-10T10:00:00Z" },
    after: { status: "completed", due_at: "2026-12-10T12:00:00Z" },
  });
  const result = await applyWrite(updateTask, upstream, step.change);
  expect(upstream.calls.at(-1)?.request.body).toEqual({
    status: "completed",
    shouldEndBy: "2026-12-10 12:00:00",
  });
  expect(result).toEqual({ task_id: 44, status: "completed", due_at: "2026-12-10T12:00:00Z" });
});

test("the undo restores what was there, also what was empty", async () => {
  const upstream = board();
  const args = { task_id: 44, assignee_user_id: 5, start_at: "2026-12-10T08:00:00Z" };
  const step = getStep(await planWrite(updateTask, upstream, args));
  const { reverse } = await lookBack(updateTask, upstream, step, {});
  if (reverse) await applyWrite(updateTask, upstream, reverse);
  expect(upstream.calls.at(-1)?.request.body).toEqual({ assigneeUserId: null, canStartFrom: null });
});

test.each([
  ["nothing to change", {}, "invalid_request"],
  ["what it is already", { status: "pending" as const }, "conflict"],
  ["a start after the end that it has", { start_at: "2026-12-11T08:00:00Z" }, "invalid_request"],
  ["an unknown assignee", { assignee_user_id: 9 }, "not_found"],
])("refuses %s", async (_, args, code) => {
  await expect(planWrite(updateTask, board(), { task_id: 44, ...args })).rejects.toMatchObject({ code });
});

test("an unknown task is not found, and the answer names the tool that lists them", async () => {
  await expect(planWrite(updateTask, fakeUpstream({}), { task_id: 9, title: "x" })).rejects.toMatchObject({
    code: "not_found",
    message: "No task 9. Call list_tasks to find it.",
  });
});
