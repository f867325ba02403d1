import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";

const column = "mx-auto w-full max-w-7xl px-4 sm:px-8";

export function PageFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only rounded-lg bg-surface px-4 py-2 font-medium text-accent focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:px-4 focus:py-2"
      >
        Skip to content
      </a>
      <header className="border-b border-line bg-surface">
        <div className={`${column} flex h-16 items-center`}>
          {/* A plain link: the frame also stands around errors, where a full load is the way out. */}
          <a href="/" className="flex items-center gap-3 rounded-lg text-lg font-semibold tracking-tight">
            <Logo />
            Latchkey
          </a>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={`${column} grow py-10 outline-none sm:py-16`}>
        {children}
      </main>
      <footer className="border-t border-line">
        <p className={`${column} py-6 text-sm text-muted`}>Latchkey is open source under the MIT license.</p>
      </footer>
    </div>
  );
}
