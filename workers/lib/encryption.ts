import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM. `context` is authenticated with the text: where the value belongs, so that it opens nowhere else. */
export function encrypt(key: Uint8Array, plaintext: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the key, the context or a single bit is not the one that was encrypted with. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array {
  const body = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

export function encryptText(key: Uint8Array, text: string, context: string): string {
  return Buffer.from(encrypt(key, Buffer.from(text), context)).toString("base64");
}

export function decryptText(key: Uint8Array, sealed: string, context: string): string {
  return new TextDecoder().decode(decrypt(key, Buffer.from(sealed, "base64"), context));
}
