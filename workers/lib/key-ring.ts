import { hkdfSync } from "node:crypto";

/** What a ring secret is used for; each purpose gets a key of its own. */
export type KeyPurpose =
  | "api-key-tag"
  | "webhook-tag"
  | "grant-tag"
  | "data-key-wrap"
  | "cursor"
  | "session"
  | "audit-checkpoint"
  | "upstream-account"
  | "trial-claim";

export interface KeyRing {
  /** The id of the secret that new things are made with. */
  current: number;
  /** All ids, newest first. */
  ids: number[];
  /** 32 bytes, or undefined when the ring has no such id. */
  derive(id: number, purpose: KeyPurpose): Uint8Array | undefined;
}

const ENTRY = /^(\d{1,2}):([0-9a-f]{64})$/;

/** Parses `id:64hex,id:64hex`, newest first; ids are 0 to 15. Throws on anything weaker, without quoting it. */
export function parseKeyRing(text: string): KeyRing {
  const secrets = new Map<number, Uint8Array>();
  for (const entry of text.split(",")) {
    const [, id, hex] = ENTRY.exec(entry.trim()) ?? [];
    if (id === undefined || hex === undefined || Number(id) > 15) throw new Error(KEY_RING_HELP);
    if (new Set(hex).size < 8) throw new Error(`KEY_RING holds a guessable secret. ${KEY_RING_HELP}`);
    secrets.set(Number(id), Buffer.from(hex, "hex"));
  }
  const current = [...secrets.keys()][0];
  if (current === undefined) throw new Error(KEY_RING_HELP);

  const derived = new Map<string, Uint8Array>();
  return {
    current,
    ids: [...secrets.keys()],
    derive(id, purpose) {
      const secret = secrets.get(id);
      if (secret === undefined) return undefined;
      const slot = `${id}/${purpose}`;
      const known = derived.get(slot);
      if (known !== undefined) return known;
      const key = new Uint8Array(hkdfSync("sha256", secret, "latchkey", purpose, 32));
      derived.set(slot, key);
      return key;
    },
  };
}

export const KEY_RING_HELP =
  'KEY_RING must be "<id>:<64 hexadecimal characters>", newest first and separated by commas, with ids 0 to 15. ' +
  'Make one with: echo "1:$(openssl rand -hex 32)"';
