import { expect, test } from "vitest";
import { explainUnlinked } from "./ways.ts";

test("why a provider was not linked is said in words of ours, whatever the address says", () => {
  expect(explainUnlinked("access_denied")).toBe("You did not agree to it there.");
  for (const error of ["constructor", "<script>", ""])
    expect(explainUnlinked(error)).toBe("The provider did not say who you are. Trying again may help.");
});
