import { AppError } from "#errors.ts";

/** Where a list that is ordered by time and then by id goes on. */
export interface PagePlace {
  at: number;
  id: string;
}

/** It says only where to go on in rows that its reader may see anyway, so it is not signed. */
export const toPageCursor = ({ at, id }: PagePlace) => btoa(`${at}~${id}`);

export function readPageCursor(cursor: string): PagePlace {
  try {
    const [at = "", ...rest] = atob(cursor).split("~");
    const place = { at: Number(at), id: rest.join("~") };
    if (Number.isSafeInteger(place.at) && place.id !== "") return place;
  } catch {
    // Nothing that base64 could be.
  }
  throw new AppError("invalid_cursor");
}

/** Of rows that were read one beyond the limit: the page, and where the next one begins. */
export function toPage<Row>(rows: Row[], limit: number, toPlace: (row: Row) => PagePlace) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last ? toPageCursor(toPlace(last)) : null };
}
