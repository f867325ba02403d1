import { expect, test } from "vitest";
import { readFilter, toQuery } from "./filter.ts";

test("a filter is what the address says, without what is left empty or belongs to something else", () => {
  const search = new URLSearchParams("actor=system&action=&target=+get_bookings+&cursor=x&to=");
  expect(readFilter(search)).toEqual({ actor: "system", target: "get_bookings" });
});

test("the last day is part of what is asked for", () => {
  expect(toQuery({ result: "ok", from: "2027-03-10", to: "2027-03-10" })).toEqual({
    result: "ok",
    from: String(Date.UTC(2027, 2, 10)),
    to: String(Date.UTC(2027, 2, 11)),
  });
});
