import { Eye, EyeOff } from "lucide-react";
import { type InputHTMLAttributes, type ReactNode, useState } from "react";
import { box, Frame, toAria } from "./field.tsx";
import { useField } from "./form.tsx";

/** A password, which scripts can make readable while it is typed. */
export function PasswordField({
  name = "password",
  label = "Password",
  hint,
  ...props
}: {
  name?: string;
  label?: string;
  hint?: ReactNode;
  autoComplete: "current-password" | "new-password";
} & InputHTMLAttributes<HTMLInputElement>) {
  const field = useField(name);
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Frame label={label} hint={hint} {...field}>
      <div className="relative">
        <input
          required
          maxLength={128}
          autoCapitalize="none"
          spellCheck={false}
          {...props}
          name={name}
          type={isShown ? "text" : "password"}
          {...toAria(field, hint)}
          className={`${box} h-10 pr-11`}
        />
        <button
          type="button"
          aria-label="Show password"
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
          className="absolute inset-y-0 right-0 grid w-10 cursor-pointer place-items-center rounded-lg text-muted hover:text-ink noscript:hidden"
        >
          <Icon aria-hidden="true" className="size-4" />
        </button>
      </div>
    </Frame>
  );
}
