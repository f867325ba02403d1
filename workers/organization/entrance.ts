import { AppError } from "#errors.ts";
import { log } from "#lib/log.ts";
import { isHeadDue, publishAuditHead } from "./audit/publish-audit-head.ts";
import { refreshEntitlement } from "./limits/refresh-entitlement.ts";
import { isPolicyStale, refreshPolicy } from "./policy/refresh-policy.ts";
import { findRooms, type Ports, type Rooms } from "./rooms.ts";

const ALARM_RETRY_MS = 60 * 60 * 1_000;

interface Opened {
  ports: Ports;
  rooms: Promise<Rooms | null>;
}

/** The way into an organization's object. Whoever comes in also sets off what is due, and does not wait for it. */
export class Entrance {
  readonly #state: DurableObjectState;
  readonly #createPorts: () => Ports;
  #opened: Opened | null = null;
  #isPublishing = false;

  constructor(state: DurableObjectState, createPorts: () => Ports) {
    this.#state = state;
    this.#createPorts = createPorts;
  }

  get ports(): Ports {
    return this.#open().ports;
  }

  async enter<Value>(task: (rooms: Rooms) => Value | Promise<Value>): Promise<Value> {
    const rooms = await this.#findRooms();
    if (rooms === null) throw new AppError("invalid_key");
    this.#publishAuditHead(rooms);
    if (isPolicyStale(rooms)) {
      this.#runBeside("policy.not-refreshed", rooms, refreshPolicy(rooms));
      this.#runBeside("entitlement.not-refreshed", rooms, refreshEntitlement(this.#state.storage, rooms));
    }
    if (rooms.schedule.isDue()) this.#runBeside("schedule.not-run", rooms, rooms.schedule.run(rooms));
    return task(rooms);
  }

  /** After provisioning: looks again, if nothing was here. */
  async reopen(): Promise<void> {
    if ((await this.#open().rooms) === null) this.#opened = null;
  }

  /** The platform repeats an alarm that fails a few times only, so the next one is set here. */
  async alarm(): Promise<void> {
    try {
      const rooms = await this.#findRooms();
      await rooms?.schedule.run(rooms);
    } catch (error) {
      log.error("alarm.failed", error);
      await this.#state.storage.setAlarm(Date.now() + ALARM_RETRY_MS);
    }
  }

  /** Everything that is stored, the alarm, and what is in memory: whoever comes next finds emptiness. */
  async erase(): Promise<void> {
    // While it opens, the database is brought up to date, and that may not come after.
    await this.#opened?.rooms.catch(() => null);
    const erasing = this.#state.storage.deleteAll();
    this.#opened = null;
    await erasing;
  }

  async #findRooms(): Promise<Rooms | null> {
    const { ports, rooms } = this.#open();
    await ports.clock.follow();
    return rooms;
  }

  /** An object that is used publishes its head now and then; one that sleeps has no need. */
  #publishAuditHead(rooms: Rooms): void {
    if (this.#isPublishing || !isHeadDue(rooms)) return;
    this.#isPublishing = true;
    const publishing = publishAuditHead(this.#state.storage.sql, rooms).finally(() => {
      this.#isPublishing = false;
    });
    this.#runBeside("audit.head-not-published", rooms, publishing);
  }

  #runBeside(failure: string, { id }: Rooms, work: Promise<unknown>): void {
    this.#state.waitUntil(work.catch((error: unknown) => log.error(failure, error, { organization: id })));
  }

  /** Opened once while awake. A failure to open is forgotten, so that the next request tries again. */
  #open(): Opened {
    if (this.#opened !== null) return this.#opened;
    const ports = this.#createPorts();
    const rooms = ports.clock.follow().then(() => findRooms(this.#state.storage, ports));
    rooms.catch(() => {
      this.#opened = null;
    });
    this.#opened = { rooms, ports };
    return this.#opened;
  }
}
