import { encode } from "uqr";

export interface QrCode {
  /** Modules along one side, the quiet zone included. */
  size: number;
  /** The dark modules, as the path of an SVG in which each is one unit wide. */
  path: string;
}

/** Drawn on the server: what is in it is a secret, and the browser needs no library for it. */
export function toQrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return { size, path };
}
