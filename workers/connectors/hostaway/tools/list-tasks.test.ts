import { expect, test } from "vitest";
import { fakeUpstream, one, runTool } from "../fake-upstream.ts";
import { listTasks } from "./list-tasks.ts";

const task = (id: number, fields: object = {}) => ({
  id,
  title: `Task ${id}`,
  status: "pending",
  listingMapId: 1,
  categoriesMap: [1],
  shouldEndBy: "2026-11-23 10:00:00",
  ...fields,
});

/** As Hostaway answers it: without a count. */
const account = () =>
  fakeUpstream({
    "/tasks": one([
      task(1),
      task(2, { shouldEndBy: "2026-11-22 11:59:00", status: "inProgress", categoriesMap: [2] }),
      task(3, { shouldEndBy: null, assigneeUserId: 8 }),
      task(4, { status: "completed" }),
      task(5, { status: "cancelled", listingMapId: 2 }),
    ]),
  });

const idsOf = async (args: object) => (await runTool(listTasks, account(), args)).tasks.map(({ id }) => id);

test("lists open tasks, the next due first, those without a due time last, and counts what is late", async () => {
  const answer = await runTool(listTasks, account(), {});
  expect(answer.tasks.map(({ id, overdue }) => [id, overdue])).toEqual([
    [2, true],
    [1, undefined],
    [3, undefined],
  ]);
  expect([answer.overdue, answer.total]).toEqual([1, 3]);
});

test("filters by state, kind, person, property, time and title", async () => {
  expect(await idsOf({ status: "overdue" })).toEqual([2]);
  expect(await idsOf({ status: "completed" })).toEqual([4]);
  expect(await idsOf({ category: "maintenance" })).toEqual([2]);
  expect(await idsOf({ assignee_user_id: 8 })).toEqual([3]);
  expect(await idsOf({ status: "all", property_id: 2 })).toEqual([5]);
  expect(await idsOf({ due_from: "2026-11-23", due_to: "2026-11-23" })).toEqual([1]);
  expect(await idsOf({ query: "task 3" })).toEqual([3]);
});
