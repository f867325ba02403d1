import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";

const column = "mx-auto w-full max-w-6xl px-4 sm:px-8";

const links = [
  ["/pricing", "Pricing"],
  ["/privacy", "Privacy"],
  ["/terms", "Terms"],
] as const;

/** Around every page that needs no organization. Its links are plain: it stands around errors too, where a full load is the way out. */
export function PublicFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-line bg-surface">
        <div
          className={`${column} flex min-h-16 flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2`}
        >
          <a href="/" className="flex items-center gap-3 rounded-lg text-lg font-semibold tracking-tight">
            <Logo />
            Latchkey
          </a>
          <div className="flex items-center gap-1 sm:gap-2">{actions}</div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={`${column} grow py-8 outline-none sm:py-14`}>
        {children}
      </main>
      <footer className="border-t border-line">
        <div
          className={`${column} flex flex-wrap items-center justify-between gap-4 py-5 text-sm text-muted`}
        >
          <p>Latchkey is open source under the MIT license.</p>
          <p className="flex gap-5">
            {links.map(([path, name]) => (
              <a key={path} href={path} className="rounded underline-offset-4 hover:underline">
                {name}
              </a>
            ))}
          </p>
        </div>
      </footer>
    </div>
  );
}
