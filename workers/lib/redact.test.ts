import { expect, test } from "vitest";
import { redact, redactText } from "./redact.ts";

const cards = ["4111111111111111", "4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005"];

test.each(cards)("the card number %s is hidden wherever it stands", (card) => {
  expect(redactText(`Please charge ${card}, thanks`)).toBe("Please charge [card number redacted], thanks");
  expect(JSON.stringify(redact({ notes: [{ text: card }] }))).not.toContain(card);
});

const harmless = ["4111111111111112", "+49 170 1234567", "2027-03-10", "Booking 5100009", "1234567"];

test.each(harmless)("%s is no card number and stays", (text) => {
  expect(redactText(text)).toBe(text);
});

test("an API key is hidden, whole or cut", () => {
  const key = `api_${"0123456789abcdef".repeat(4)}`;
  expect(redactText(`my key is ${key}.`)).toBe("my key is [key redacted].");
  expect(redactText(`my key is ${key.slice(0, 20)}.`)).toBe("my key is [key redacted].");
});

test("fields that are secret by name are hidden whatever they hold", () => {
  const secrets = {
    doorCode: 4711,
    door_code: "1",
    wifiPassword: "x",
    accessToken: {},
    apiKey: [],
    cvc: "1",
  };
  const hidden = Object.fromEntries(Object.keys(secrets).map((name) => [name, "[redacted]"]));
  expect(redact({ deep: [secrets] })).toEqual({ deep: [hidden] });
});

test("what is absent is left out, at any depth, and empty lists stay", () => {
  const value = {
    a: null,
    b: undefined,
    c: 0,
    d: "",
    e: false,
    f: [],
    g: [{ h: null, i: 1 }],
    j: { k: null },
  };
  expect(redact(value)).toEqual({ c: 0, d: "", e: false, f: [], g: [{ i: 1 }], j: {} });
});

test("everything else stays as it was", () => {
  const value = { name: "Ann", guests: 2, paid: true, nights: [1, 2], empty: [], deep: { note: "late" } };
  expect(redact(value)).toEqual(value);
  expect(redact(null)).toBeNull();
  expect(redact(undefined)).toBeUndefined();
});
