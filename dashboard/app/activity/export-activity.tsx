import { Download } from "lucide-react";
import { AnchorButton } from "#components/button.tsx";
import { useOrganization } from "#organization.ts";
import { type ActivityFilter, toQuery } from "./filter.ts";

/** What the filter finds as a file, straight from the API. */
export function ExportActivity({ filter }: { filter: ActivityFilter }) {
  const { organization } = useOrganization();
  return ["csv", "jsonl"].map((format) => (
    <AnchorButton
      key={format}
      href={`/api/v1/organizations/${organization.id}/activity/export?${new URLSearchParams({ ...toQuery(filter), format })}`}
      download
    >
      <Download aria-hidden="true" className="size-4" />
      {format.toUpperCase()}
    </AnchorButton>
  ));
}
