import { toUntrustedText } from "#connectors/untrusted.ts";

/** Without case and accents, so that `zurich` finds `Zürich`. */
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const contains = (text: string | undefined, part: string): boolean =>
  text !== undefined && fold(text).includes(fold(part));

export const equals = (text: string | undefined, other: string): boolean =>
  text !== undefined && fold(text) === fold(other);

/** A guest chooses this name, so it is cleaned and kept short. */
export const toGuestName = (name: string | undefined): string | undefined =>
  toUntrustedText(name, 120)?.untrusted_text;
