import { type ReactNode, useEffect, useRef } from "react";

/** Opens what is in it; closes on Escape and on a click elsewhere where scripts run, and on its own button anyhow. */
export function Menu({
  button,
  side = "down",
  children,
}: {
  button: ReactNode;
  side?: "down" | "up";
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = () => {
      if (details.current) details.current.open = false;
    };
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Node)) return;
      if (!details.current?.contains(target) || (target instanceof Element && target.closest("a"))) close();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !details.current?.open) return;
      close();
      details.current.querySelector("summary")?.focus();
    };
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return (
    <details ref={details} className="relative">
      <summary className="cursor-pointer list-none rounded-lg hover:bg-sunken [&::-webkit-details-marker]:hidden">
        {button}
      </summary>
      <div
        className={`absolute left-0 z-40 w-full min-w-56 rounded-xl border border-line bg-surface p-1.5 shadow-dialog ${side === "up" ? "bottom-full mb-1.5" : "top-full mt-1.5"}`}
      >
        {children}
      </div>
    </details>
  );
}

/** How an entry of a menu looks, link or button. */
export const menuEntry =
  "flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded-lg px-2.5 text-left text-sm hover:bg-sunken";
