import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Reads the page's data anew every so often while it can be seen; null: not by itself. */
export function useRevalidation(everyMs: number | null) {
  const revalidator = useRevalidator();
  const { revalidate } = revalidator;

  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => document.visibilityState === "visible" && revalidate(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, revalidate]);

  return revalidator;
}
