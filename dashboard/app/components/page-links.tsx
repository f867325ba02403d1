import { useSearchParams } from "@remix-run/react";
import { LinkButton } from "./button.tsx";

/** From one page of a list that is sorted by time to the next, with the same filters. */
export function PageLinks({ nextCursor }: { nextCursor: string | null }) {
  const [search] = useSearchParams();
  const toPage = (cursor: string | null) => {
    const page = new URLSearchParams(search);
    page.delete("cursor");
    if (cursor !== null) page.set("cursor", cursor);
    return `?${page}`;
  };
  if (nextCursor === null && !search.has("cursor")) return null;
  return (
    <nav aria-label="Pages of the list" className="mt-4 flex justify-end gap-2 print:hidden">
      {search.has("cursor") && (
        <LinkButton size="small" to={toPage(null)}>
          Newest
        </LinkButton>
      )}
      {nextCursor !== null && (
        <LinkButton size="small" to={toPage(nextCursor)}>
          Older
        </LinkButton>
      )}
    </nav>
  );
}
