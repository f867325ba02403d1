import { useEffect, useState } from "react";
import { CopyButton } from "./copy-button.tsx";

/** A secret that is shown this once: it leaves the page with the page, so that going back does not bring it up again. */
export function Secret({ what, value, onCopied }: { what: string; value: string; onCopied?: () => void }) {
  const [shown, setShown] = useState(value);

  useEffect(() => {
    const forget = () => setShown("");
    addEventListener("pagehide", forget);
    return () => removeEventListener("pagehide", forget);
  }, []);

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
