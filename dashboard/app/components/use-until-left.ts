import { useEffect, useState } from "react";

/** A secret that leaves the page with the page, so that going back does not bring it up again. */
export function useUntilLeft(value: string): string {
  const [shown, setShown] = useState(value);

  useEffect(() => {
    const forget = () => setShown("");
    addEventListener("pagehide", forget);
    return () => removeEventListener("pagehide", forget);
  }, []);

  return shown;
}
