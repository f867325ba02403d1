import type { HostContext } from "./host.ts";

/** Looks like the host: its theme, and its colours and fonts as custom properties. */
export function applyTheme({ theme, styles }: HostContext): void {
  const { style } = document.documentElement;
  if (theme) style.colorScheme = theme;
  for (const [name, value] of Object.entries(styles?.variables ?? {})) {
    if (name.startsWith("--") && value !== undefined) style.setProperty(name, value);
  }
}
