import { useEffect, useState } from "react";
import { Icon } from "./icon.tsx";

const labels = { idle: "Copy", copied: "Copied", selected: "Selected" };
type State = keyof typeof labels;

/** Copies the text of the element `targetId`, or selects it where the browser forbids copying. */
export function CopyButton({ targetId, what }: { targetId: string; what: string }) {
  const [state, setState] = useState<State>("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  return (
    <>
      <button
        type="button"
        aria-label={`${labels[state]}: ${what}`}
        onClick={async () => setState(await copyText(targetId))}
        className="inline-flex h-9 w-28 shrink-0 cursor-pointer items-center justify-center gap-2 rounded-lg border border-line bg-surface text-sm font-medium shadow-xs hover:bg-sunken noscript:invisible"
      >
        <Icon name={state === "idle" ? "copy" : "check"} />
        {labels[state]}
      </button>
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
