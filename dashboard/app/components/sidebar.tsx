import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { Logo } from "./logo.tsx";

/** Beside the page on wide screens; on narrow ones the same, folded behind a button that needs no script. */
export function Sidebar({ mark, children }: { mark?: ReactNode; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu
  useEffect(() => {
    if (menu.current) menu.current.open = false;
  }, [key]);

  return (
    <>
      <header className="sticky top-0 z-30 border-b border-line bg-surface lg:hidden print:hidden">
        <details ref={menu} className="group">
          <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-4 px-4 font-semibold [&::-webkit-details-marker]:hidden">
            <span className="flex items-center gap-3">
              <Logo />
              Latchkey
              {mark}
            </span>
            <span className="rounded-lg border border-line-strong px-3 py-1.5 text-sm font-medium">Menu</span>
          </summary>
          <div className="flex max-h-[calc(100dvh-3.5rem)] flex-col gap-4 overflow-y-auto border-t border-line p-3">
            {children}
          </div>
        </details>
      </header>
      <aside className="sticky top-0 hidden h-dvh w-64 shrink-0 flex-col gap-4 overflow-y-auto border-r border-line bg-surface p-3 lg:flex print:hidden">
        <a href="/" className="flex items-center gap-3 rounded-lg px-2 py-1.5 font-semibold tracking-tight">
          <Logo />
          Latchkey
          {mark}
        </a>
        {children}
      </aside>
    </>
  );
}
