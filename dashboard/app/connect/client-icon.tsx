import {
  Gem,
  type LucideIcon,
  MessageCircle,
  MessagesSquare,
  Monitor,
  MousePointer2,
  Plug,
  SquareCode,
  SquareTerminal,
  Terminal,
  Wind,
} from "lucide-react";
import type { ClientSetup } from "./client-setup.ts";

/** What sort of program it is; its maker's logo is not ours to show. */
const icons: Record<ClientSetup["client"], LucideIcon> = {
  claude_desktop: Monitor,
  claude_code: SquareTerminal,
  claude_ai: MessageCircle,
  cursor: MousePointer2,
  vs_code: SquareCode,
  windsurf: Wind,
  chatgpt: MessagesSquare,
  codex: Terminal,
  gemini_cli: Gem,
  generic: Plug,
};

export function ClientIcon({ client }: Pick<ClientSetup, "client">) {
  const Icon = icons[client];
  return (
    <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent">
      <Icon aria-hidden="true" className="size-4.5" />
    </span>
  );
}
