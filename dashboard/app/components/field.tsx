import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useField } from "./form.tsx";

interface Labelled {
  name: string;
  label: string;
  hint?: ReactNode;
}

export const box =
  "block w-full rounded-lg border border-line-strong bg-surface px-3 text-base text-ink shadow-xs placeholder:text-faint aria-invalid:border-negative sm:text-sm";

/** What stands around every control: its name above, its hint and what is wrong below. */
export function Frame({
  label,
  hint,
  id,
  problem,
  children,
}: Omit<Labelled, "name"> & ReturnType<typeof useField> & { children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm/5 text-muted">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="mt-1.5 text-sm/5 font-medium text-negative">
          {problem}
        </p>
      )}
    </div>
  );
}

export function toAria({ id, problem }: ReturnType<typeof useField>, hint: ReactNode) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return {
    id,
    "aria-invalid": problem !== undefined || undefined,
    "aria-describedby": described || undefined,
  };
}

export function TextField({
  label,
  hint,
  defaultValue,
  ...props
}: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const field = useField(props.name);
  return (
    <Frame label={label} hint={hint} {...field}>
      <input
        type="text"
        {...props}
        {...toAria(field, hint)}
        defaultValue={field.values?.[0] ?? defaultValue}
        className={`${box} h-10 py-2 file:mr-3 file:cursor-pointer file:font-medium file:text-accent`}
      />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  defaultValue,
  ...props
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const field = useField(props.name);
  return (
    <Frame label={label} hint={hint} {...field}>
      <textarea
        rows={4}
        {...props}
        {...toAria(field, hint)}
        defaultValue={field.values?.[0] ?? defaultValue}
        className={`${box} py-2`}
      />
    </Frame>
  );
}

export function Select({
  label,
  hint,
  defaultValue,
  children,
  ...props
}: Labelled & SelectHTMLAttributes<HTMLSelectElement>) {
  const field = useField(props.name);
  return (
    <Frame label={label} hint={hint} {...field}>
      <select
        {...props}
        {...toAria(field, hint)}
        defaultValue={field.values?.[0] ?? defaultValue}
        className={`${box} h-10 pr-8`}
      >
        {children}
      </select>
    </Frame>
  );
}

/** A box to tick, or with `type="radio"` one of several choices. */
export function Check({
  label,
  hint,
  value,
  type = "checkbox",
  defaultChecked,
  ...props
}: Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, "value"> & { value?: string }) {
  const field = useField(props.name);
  const id = value === undefined ? field.id : `${field.id}-${value}`;
  // Said even where it is the browser's own: given none, React makes it empty.
  const sent = value ?? "on";
  return (
    <div className="flex gap-3">
      <input
        {...props}
        id={id}
        type={type}
        value={sent}
        defaultChecked={field.values?.includes(sent) ?? defaultChecked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-4.5 shrink-0 accent-button"
      />
      <div className="min-w-0 text-sm/5.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
