import {
  Braces,
  Brackets,
  Gem,
  type LucideIcon,
  MessageCircle,
  MessagesSquare,
  Monitor,
  MousePointer2,
  PanelsTopLeft,
  Plug,
  SquareCode,
  SquareTerminal,
  Terminal,
  Wind,
} from "lucide-react";
import type { Client } from "./client-setup.ts";

/** What sort of program it is; its maker's logo is not ours to show. */
const icons: Record<Client["client"], LucideIcon> = {
  claude_ai: MessageCircle,
  claude_desktop: Monitor,
  claude_code: SquareTerminal,
  chatgpt: MessagesSquare,
  cursor: MousePointer2,
  vs_code: SquareCode,
  windsurf: Wind,
  codex: Terminal,
  gemini_cli: Gem,
  jetbrains: PanelsTopLeft,
  claude_api: Braces,
  openai_api: Brackets,
  generic: Plug,
};

export function ClientIcon({ client }: Pick<Client, "client">) {
  const Icon = icons[client];
  return (
    <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent">
      <Icon aria-hidden="true" className="size-4.5" />
    </span>
  );
}
