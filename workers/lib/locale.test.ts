import { expect, test } from "vitest";
import { Locale } from "./locale.ts";

test.each(["en-US", "de-AT", "pt-BR", "zh-Hant-TW"])("figures can be written as %s", (tag) => {
  expect(Locale.parse(tag)).toBe(tag);
});

test.each(["", "english", "de_AT", "x", "<script>", "qq-QQ"])("figures cannot be written as %j", (tag) => {
  expect(Locale.safeParse(tag).success).toBe(false);
});
