import { randomBytes } from "node:crypto";
import type { OrgId } from "#ids.ts";
import { decrypt, encrypt } from "#lib/encryption.ts";
import type { KeyRing } from "#lib/key-ring.ts";

export interface WrappedDataKey {
  ringId: number;
  wrapped: Buffer;
}

const toContext = (id: OrgId) => `${id}/data-key`;

export function createDataKey(id: OrgId, keyRing: KeyRing): WrappedDataKey {
  return wrapDataKey(id, randomBytes(32), keyRing);
}

/** The same data key under the ring's current secret. */
export function rewrapDataKey(id: OrgId, wrapped: WrappedDataKey, keyRing: KeyRing): WrappedDataKey {
  return wrapDataKey(id, openDataKey(id, wrapped, keyRing), keyRing);
}

export function openDataKey(id: OrgId, { ringId, wrapped }: WrappedDataKey, keyRing: KeyRing): Uint8Array {
  const wrapping = keyRing.derive(ringId, "data-key-wrap");
  if (wrapping === undefined) throw new Error(`The key ring no longer holds secret ${ringId}.`);
  return decrypt(wrapping, wrapped, toContext(id));
}

function wrapDataKey(id: OrgId, dataKey: Uint8Array, keyRing: KeyRing): WrappedDataKey {
  const wrapping = keyRing.derive(keyRing.current, "data-key-wrap");
  if (wrapping === undefined) throw new Error("The key ring has no current secret.");
  const wrapped = encrypt(wrapping, dataKey, toContext(id));
  return { ringId: keyRing.current, wrapped: Buffer.from(wrapped) };
}
