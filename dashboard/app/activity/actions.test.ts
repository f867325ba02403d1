import { expect, test } from "vitest";
import { describeAction } from "./actions.ts";

test("an action is said in words, and one without words goes by its name", () => {
  expect(describeAction("keys/create")).toBe("Made the API key");
  expect(describeAction("webhook/reservation.created")).toBe("webhook/reservation.created");
  expect(describeAction("constructor")).toBe("constructor");
});
