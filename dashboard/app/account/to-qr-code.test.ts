import { expect, test } from "vitest";
import { toQrCode } from "./to-qr-code.server.ts";

test("a code has its three finders, and grows with what is in it", () => {
  const short = toQrCode("otpauth://totp/a?secret=AAAA");
  const long = toQrCode(`otpauth://totp/Latchkey:${"ann".repeat(20)}@example.com?secret=${"A".repeat(52)}`);
  expect(long.size).toBeGreaterThan(short.size);
  const corner = short.size - 3;
  for (const [x, y] of [
    [2, 2],
    [corner, 2],
    [2, corner],
  ])
    expect(short.path).toContain(`M${x} ${y}h1v1h-1z`);
  expect(short.path).not.toContain("M0 0h1");
});
