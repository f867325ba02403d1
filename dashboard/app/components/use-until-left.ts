import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** A secret that leaves the page with the page, so that going back does not bring it up again. */
export function useUntilLeft(value: string): string {
  const [shown, setShown] = useState(value);

  useEffect(() => {
    // At once: the browser may put the page aside as it is now.
    const forget = () => flushSync(() => setShown(""));
    addEventListener("pagehide", forget);
    return () => removeEventListener("pagehide", forget);
  }, []);

  return shown;
}
