import { CopyButton } from "./copy-button.tsx";
import { useUntilLeft } from "./use-until-left.ts";

/** A secret that is shown this once. */
export function Secret({ what, value, onCopied }: { what: string; value: string; onCopied?: () => void }) {
  const shown = useUntilLeft(value);
  return (
    <div className="rounded-xl border border-line bg-sunken p-3">
      <div className="mb-2 flex items-center justify-between gap-3">
        <span className="text-sm font-medium">{what}</span>
        <CopyButton targetId="secret" what={what} onCopied={onCopied} />
      </div>
      <code id="secret" className="block font-mono text-sm/6 wrap-anywhere text-key select-all">
        {shown}
      </code>
    </div>
  );
}
