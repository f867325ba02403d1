import { element } from "../element.ts";
import { type State, stateNames } from "./nights.ts";

const states: State[] = ["free", "booked", "blocked", "unknown"];

export function renderLegend(): HTMLElement {
  const items = states.map((state) =>
    element(
      "li",
      {},
      element("span", { class: `swatch ${state}`, "aria-hidden": "true" }),
      stateNames[state],
    ),
  );
  const stay = element("li", {}, "≥2: minimum stay in nights");
  return element("ul", { class: "row legend quiet", "aria-label": "Legend" }, ...items, stay);
}
