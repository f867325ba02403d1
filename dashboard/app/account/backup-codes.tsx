import { Download } from "lucide-react";
import { AnchorButton } from "#components/button.tsx";
import { CodeBlock } from "#components/code-block.tsx";
import { useUntilLeft } from "#components/use-until-left.ts";

/** Shown this once, to be copied or kept as a file. */
export function BackupCodes({ codes }: { codes: string[] }) {
  const text = useUntilLeft(codes.join("\n"));
  return (
    <div className="grid justify-items-start gap-3">
      <div className="w-full">
        <CodeBlock id="backup-codes" what="backup codes" where="Backup codes" text={text} />
      </div>
      <AnchorButton
        size="small"
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        download="latchkey-backup-codes.txt"
      >
        <Download aria-hidden="true" className="size-4" />
        Download as a file
      </AnchorButton>
    </div>
  );
}
