import { Link, useNavigate } from "@remix-run/react";
import { X } from "lucide-react";
import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from "react";
import { LinkButton } from "./button.tsx";

/** The page without the dialog. */
const CloseContext = createContext("?");

/**
 * A dialog that the address opens (`?dialog=new`), so that a link does it, the back button closes it and no script is
 * needed; where scripts run it is modal. `closeTo` is the page without it.
 */
export function Dialog({
  title,
  closeTo,
  children,
}: {
  title: string;
  closeTo: string;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Read now, since a field that is to have the focus takes it before the effect below runs.
  const [opener] = useState(() => globalThis.document?.activeElement);
  const navigate = useNavigate();
  const id = useId();
  const close = () => navigate(closeTo, { preventScrollReset: true });

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const wanted = document.activeElement;
    element.close();
    element.showModal();
    focusOn(element.contains(wanted) ? wanted : null);
    return () => {
      element.close();
      focusOn(opener?.isConnected ? opener : document.getElementById("content"));
    };
  }, [opener]);

  return (
    <dialog
      ref={dialog}
      open
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => event.target === event.currentTarget && close()}
      onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}
      className="fixed inset-0 z-40 m-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-lg overflow-y-auto rounded-2xl border border-line bg-surface p-0 text-ink shadow-dialog backdrop:bg-scrim"
    >
      <div className="p-5 sm:p-6">
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={id} className="text-lg/7 font-semibold">
            {title}
          </h2>
          <Link
            to={closeTo}
            preventScrollReset
            aria-label="Close"
            className="-m-2 grid size-10 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden="true" className="size-5" />
          </Link>
        </div>
        <CloseContext.Provider value={closeTo}>{children}</CloseContext.Provider>
      </div>
    </dialog>
  );
}

function focusOn(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}

/** The buttons at the end of a dialog, the first of which leaves it. */
export function DialogActions({ close = "Cancel", children }: { close?: string; children?: ReactNode }) {
  return (
    <div className="mt-6 flex flex-wrap justify-end gap-2">
      <LinkButton to={useContext(CloseContext)} preventScrollReset>
        {close}
      </LinkButton>
      {children}
    </div>
  );
}
