import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

const labels = { idle: "Copy", copied: "Copied", selected: "Selected" };
type State = keyof typeof labels;

/** Copies the text of the element `targetId`, or selects it where the browser forbids copying. */
export function CopyButton({
  targetId,
  what,
  onCopied,
}: {
  targetId: string;
  what: string;
  onCopied?: () => void;
}) {
  const [state, setState] = useState<State>("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2_000);
    return () => clearTimeout(timer);
  }, [state]);

  const Icon = state === "idle" ? Copy : Check;
  return (
    <>
      <Button
        size="small"
        aria-label={`${labels[state]}: ${what}`}
        onClick={async () => {
          setState(await copyText(targetId));
          onCopied?.();
        }}
        className="w-24 noscript:invisible"
      >
        <Icon aria-hidden="true" className="size-4" />
        {labels[state]}
      </Button>
      <span role="status" className="sr-only">
        {state !== "idle" && `${labels[state]}: ${what}`}
      </span>
    </>
  );
}

async function copyText(targetId: string): Promise<State> {
  const target = document.getElementById(targetId);
  if (!target) return "idle";
  try {
    await navigator.clipboard.writeText(target.textContent ?? "");
    return "copied";
  } catch {
    getSelection()?.selectAllChildren(target);
    return "selected";
  }
}
