type Child = Node | string | null | false | undefined;
type Properties = Record<string, string | number | false | ((event: never) => void) | undefined>;

/**
 * An element with attributes and `onclick` and the like. Whatever is text becomes text, never markup: names and notes are
 * written by strangers.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), toListener(value));
    else if (value !== undefined && value !== false) made.setAttribute(name, `${value}`);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Safe because whoever names an event takes that event. */
function toListener(listener: (event: never) => void): EventListener {
  return listener as EventListener;
}

/** Shows something else, and leaves the focus where it was, by `data-key`. */
export function show(root: HTMLElement, ...children: Child[]): void {
  const key = document.activeElement?.getAttribute("data-key");
  root.replaceChildren(element("div", {}, ...children));
  if (key) root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

export function getRoot(): HTMLElement {
  const root = document.querySelector("main");
  if (root === null) throw new Error("The document has no main element.");
  return root;
}
