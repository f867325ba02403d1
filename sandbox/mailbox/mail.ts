import { z } from "zod";
import { Collection } from "#sandbox/collection.ts";
import type { Store } from "#sandbox/store.ts";

const Address = z.string().min(1);

export const NewMail = z.strictObject({
  from: Address,
  to: z.union([Address.transform((address) => [address]), z.array(Address).min(1)]),
  subject: z.string(),
  text: z.string().nullable().default(null),
  html: z.string().nullable().default(null),
  headers: z.record(z.string(), z.string()).default({}),
});
export type NewMail = z.infer<typeof NewMail>;

const Mail = NewMail.extend({ id: z.int(), capturedAt: z.iso.datetime() });
export type Mail = z.infer<typeof Mail>;

/** Mails that would have been sent, kept for reading. */
export class Mails {
  readonly #mails: Collection<Mail>;

  constructor(store: Store) {
    this.#mails = new Collection(store, "mail", "", Mail);
  }

  capture(mail: NewMail, now: number): Mail {
    return this.#mails.put({ ...mail, id: this.#mails.nextId(), capturedAt: new Date(now).toISOString() });
  }

  find(id: number): Mail | undefined {
    return this.#mails.find(id);
  }

  newestFirst(): Mail[] {
    return this.#mails.all().sort((a, b) => b.id - a.id);
  }
}
