import { randomBytes } from "node:crypto";
import type { OrgId } from "#ids.ts";
import { decrypt, encrypt } from "#lib/encryption.ts";
import type { KeyRing } from "#lib/key-ring.ts";

interface WrappedDataKey {
  ringId: number;
  wrapped: Buffer;
}

const toContext = (id: OrgId) => `${id}/data-key`;

export function createDataKey(id: OrgId, keyRing: KeyRing): WrappedDataKey {
  const wrapping = keyRing.derive(keyRing.current, "data-key-wrap");
  if (wrapping === undefined) throw new Error("The key ring has no current secret.");
  const wrapped = encrypt(wrapping, randomBytes(32), toContext(id));
  return { ringId: keyRing.current, wrapped: Buffer.from(wrapped) };
}

export function openDataKey(id: OrgId, { ringId, wrapped }: WrappedDataKey, keyRing: KeyRing): Uint8Array {
  const wrapping = keyRing.derive(ringId, "data-key-wrap");
  if (wrapping === undefined) throw new Error(`The key ring no longer holds secret ${ringId}.`);
  return decrypt(wrapping, wrapped, toContext(id));
}
