import { z } from "zod";
import type { SandboxClock } from "#sandbox/clock.ts";
import { badRequest, jsonApp } from "#sandbox/json-app.ts";
import { readJson } from "#sandbox/parse.ts";

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export const Moment = z.union([
  z.int(),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);

const Duration = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d+[smhd]$/)
    .transform((text) => Number.parseInt(text, 10) * (unitMs[text.slice(-1)] ?? 0)),
]);

const ClockChange = z.strictObject({
  set: Moment.optional(),
  advance: Duration.default(0),
  speed: z.number().min(0).optional(),
});

export const clock = jsonApp();

clock.post("/", async (c) => {
  const sandboxClock = c.env.world.clock;
  const { set = sandboxClock.now(), advance, speed } = await readJson(c.req, ClockChange, badRequest);
  sandboxClock.set({ now: set + advance, ...(speed !== undefined && { speed }) });
  return c.json(toClockView(sandboxClock));
});

export function toClockView(sandboxClock: SandboxClock) {
  const reading = sandboxClock.read();
  return { ...reading, time: new Date(reading.now).toISOString() };
}
