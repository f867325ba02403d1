interface Page {
  limit: number;
  starting_after?: string;
  ending_before?: string;
}

/** A page of `oldestFirst`, newest first as every list is. */
export function toList<Item extends { id: string }>(url: string, oldestFirst: Item[], page: Page) {
  const items = oldestFirst.toReversed();
  const indexOf = (id: string) => items.findIndex((item) => item.id === id);
  if (page.ending_before) {
    const end = Math.max(indexOf(page.ending_before), 0);
    const start = Math.max(end - page.limit, 0);
    return { object: "list", url, has_more: start > 0, data: items.slice(start, end) };
  }
  const start = page.starting_after ? indexOf(page.starting_after) + 1 : 0;
  const data = items.slice(start, start + page.limit);
  return { object: "list", url, has_more: start + data.length < items.length, data };
}
