import { expect, test } from "vitest";
import { fakeUpstream, one, reservation } from "../fake-upstream.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { updateHostNote } from "./update-host-note.ts";

const noted = (hostNote: string | null) =>
  fakeUpstream({
    "/reservations/501": one(reservation(501, { hostNote })),
    "PUT /reservations/501": (_: unknown, body: object) => one(reservation(501, body)),
  });

test.each([
  ["append", "Late arrival.", "Bring towels.", "Late arrival.\nBring towels."],
  ["append", null, "Bring towels.", "Bring towels."],
  ["replace", "Late arrival.", "Bring towels.", "Bring towels."],
  ["replace", "Late arrival.", "", null],
] as const)("%s to %j", async (mode, old, note, host_note) => {
  const upstream = noted(old);
  const step = getStep(await planWrite(updateHostNote, upstream, { booking_id: 501, mode, note }));
  expect(step).toMatchObject({ before: { host_note: old }, after: { host_note } });
  await applyWrite(updateHostNote, upstream, step.change);
  expect(upstream.calls.at(-1)?.request.body).toEqual({ hostNote: host_note });
});

test("the undo puts the old note back", async () => {
  const upstream = noted("Late arrival.");
  const step = getStep(await planWrite(updateHostNote, upstream, { booking_id: 501, note: "More." }));
  const { now, reverse } = await lookBack(updateHostNote, upstream, step, {});
  expect(reverse).toEqual({ booking_id: 501, values: { host_note: "Late arrival." } });
  expect(now).toEqual({ host_note: "Late arrival." });
});

test("refuses what changes nothing, and what would be too long together", async () => {
  const nothing = planWrite(updateHostNote, noted("Same."), { booking_id: 501, note: "" });
  await expect(nothing).rejects.toMatchObject({ code: "conflict" });
  const long = planWrite(updateHostNote, noted("x".repeat(4_000)), {
    booking_id: 501,
    note: "y".repeat(1_000),
  });
  await expect(long).rejects.toMatchObject({ code: "invalid_request" });
});
