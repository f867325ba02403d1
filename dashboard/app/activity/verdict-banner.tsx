import { Banner } from "#components/banner.tsx";
import { DateTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import type { Verdict } from "./activity.ts";

/** What checking the log has found, in words. */
export function VerdictBanner({ verdict }: { verdict: Verdict }) {
  const { brokenAt, checkpoint, missingTail } = verdict;
  const format = useFormat();
  const isWhole = brokenAt === null && missingTail === null;
  return (
    <div role="status">
      <Banner
        tone={isWhole ? "positive" : "negative"}
        title={isWhole ? "The log is whole" : "The log was tampered with"}
      >
        {isWhole && <p>Every row follows from the one before it. None was changed, removed or cut off.</p>}
        {brokenAt !== null && (
          <p>
            Row {format.number(brokenAt)} does not follow from the one before it. Trust nothing from it on.
          </p>
        )}
        {missingTail !== null && (
          <p>
            Rows {format.number(missingTail.from)} to {format.number(missingTail.to)} are missing at the end.
          </p>
        )}
        {checkpoint !== null && (
          <p>
            Rows up to {format.number(checkpoint.seq)} were deleted on{" "}
            <DateTime at={checkpoint.at} dateOnly />, when the time that the plan keeps them was over.
          </p>
        )}
      </Banner>
    </div>
  );
}
