import { Download } from "lucide-react";
import { AnchorButton } from "#components/button.tsx";
import { useOrganization } from "#organization.ts";
import type { Range } from "./range.ts";

/** All rows as a file for a spreadsheet, straight from the API. */
export function ExportLink({ by, range: { from, to } }: { by: string; range: Range }) {
  const { organization } = useOrganization();
  const query = new URLSearchParams({ by, from, to });
  return (
    <AnchorButton
      size="small"
      href={`/api/v1/organizations/${organization.id}/usage/export?${query}`}
      download
    >
      <Download aria-hidden="true" className="size-4" />
      CSV<span className="sr-only"> of the calls by {by}</span>
    </AnchorButton>
  );
}
