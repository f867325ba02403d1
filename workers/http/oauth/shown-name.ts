const MOST_LETTERS = 100;

/** A client's name as people see it: what would hide, turn round or push away the words beside it is left out. */
export function toShownName(name: string): string {
  const visible = name.replace(/[\p{C}\p{Z}]+/gu, " ").trim();
  const letters = [...visible];
  if (letters.length <= MOST_LETTERS) return visible;
  return `${letters.slice(0, MOST_LETTERS - 1).join("")}…`;
}
