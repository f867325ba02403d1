import { eq, sql } from "drizzle-orm";
import type { Clock } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import { type Database, openDatabase, type Rooms } from "../rooms.ts";
import { schedule } from "../schema/index.ts";
import { type TaskName, tasks } from "./tasks.ts";

type ScheduleRow = typeof schedule.$inferSelect;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The sandbox's clock may stand still or jump while the platform's goes on: an alarm comes neither at once nor never. */
const SOONEST_MS = 1_000;
const LATEST_MS = 24 * HOUR_MS;

/**
 * When this organization's tasks are due, and the one alarm that wakes the object for the next of them. A task runs at
 * least once: what was killed in the middle is still due.
 */
export class Schedule {
  readonly #storage: DurableObjectStorage;
  readonly #orm: Database;
  readonly #clock: Clock;
  #nextDue: number;
  #isRunning = false;
  /** Planned while they may be running: what they say of when to run again was thought of before that. */
  readonly #planned = new Set<TaskName>();

  constructor(storage: DurableObjectStorage, clock: Clock) {
    this.#storage = storage;
    this.#orm = openDatabase(storage);
    this.#clock = clock;
    this.#nextDue = this.#findNextDue();
  }

  /** Unless it is planned already. */
  async plan(task: TaskName, dueAt: number): Promise<void> {
    const planned = this.#orm
      .insert(schedule)
      .values({ task, dueAt })
      .onConflictDoNothing()
      .returning()
      .all();
    this.#planned.add(task);
    this.#nextDue = this.#findNextDue();
    if (planned.length > 0 || (await this.#storage.getAlarm()) === null) await this.#setAlarm();
  }

  /**
   * At the latest then, whatever it was planned for before. Written at once, so that it is part of a transaction under
   * way; the alarm follows.
   */
  hurry(task: TaskName, at: number): void {
    const dueAt = Math.floor(at);
    const sooner = sql`min(${schedule.dueAt}, ${dueAt})`;
    this.#orm
      .insert(schedule)
      .values({ task, dueAt })
      .onConflictDoUpdate({ target: schedule.task, set: { dueAt: sooner } })
      .run();
    this.#planned.add(task);
    const before = this.#nextDue;
    this.#nextDue = this.#findNextDue();
    if (this.#nextDue >= before) return;
    // A transaction that is under way takes no alarm.
    queueMicrotask(() => {
      this.#setAlarm().catch((error: unknown) => log.error("alarm.not-set", error));
    });
  }

  /** Told from memory: this is asked at every call. */
  isDue(): boolean {
    return !this.#isRunning && this.#clock.now() >= this.#nextDue;
  }

  /** One chunk of each task that is due. What is left of it, and what is due later, has the next alarm. */
  async run(rooms: Rooms): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      const now = this.#clock.now();
      for (const row of this.#list().filter(({ dueAt }) => dueAt <= now)) await this.#runTask(rooms, row);
      this.#nextDue = this.#findNextDue();
      await this.#setAlarm();
    } finally {
      this.#isRunning = false;
    }
  }

  async #runTask(rooms: Rooms, { task, failures }: ScheduleRow): Promise<void> {
    const ofTask = eq(schedule.task, task);
    try {
      this.#planned.delete(task);
      const next = await tasks[task](this.#storage.sql, rooms);
      const dueAt = this.#planned.has(task) ? this.#clock.now() : next;
      if (dueAt === null) this.#orm.delete(schedule).where(ofTask).run();
      else this.#orm.update(schedule).set({ dueAt, failures: 0 }).where(ofTask).run();
    } catch (error) {
      log.error("schedule.failed", error, { organization: rooms.id, task, failures: failures + 1 });
      const dueAt = this.#clock.now() + Math.min(MINUTE_MS * 2 ** failures, HOUR_MS);
      this.#orm
        .update(schedule)
        .set({ dueAt, failures: failures + 1 })
        .where(ofTask)
        .run();
    }
  }

  async #setAlarm(): Promise<void> {
    if (this.#nextDue === Number.POSITIVE_INFINITY) return;
    const wait = this.#nextDue - this.#clock.now();
    await this.#storage.setAlarm(Date.now() + Math.min(Math.max(wait, SOONEST_MS), LATEST_MS));
  }

  #findNextDue(): number {
    return Math.min(...this.#list().map(({ dueAt }) => dueAt));
  }

  /** A task that a later version no longer has is left alone. */
  #list(): ScheduleRow[] {
    const rows = this.#orm.select().from(schedule).all();
    return rows.filter(({ task }) => Object.hasOwn(tasks, task));
  }
}
