import { LogIn } from "lucide-react";
import { Reminder } from "./reminder.tsx";

export function SignInReminder() {
  return (
    <Reminder icon={<LogIn aria-hidden="true" className="size-4 text-accent" />}>
      No key is needed. You sign in here in the browser, choose what the assistant may use, and can disconnect
      it at any time.
    </Reminder>
  );
}
