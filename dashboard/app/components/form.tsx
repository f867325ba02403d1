import { Form, type FormProps, useActionData, useNavigation } from "@remix-run/react";
import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { listProblems, type Problem, type Receipt } from "#receipt.ts";
import { Button, type Variant } from "./button.tsx";
import { ReceiptMessage } from "./receipt-message.tsx";

/** What a form that was refused gets back. */
export interface Failure {
  intent: string;
  receipt: Receipt;
  /** What was typed and ticked, but for secrets. */
  values: Record<string, string[]>;
}

interface FormState {
  id: string;
  problems: Problem[];
  /** Null where the form was not sent yet. */
  values: Record<string, string[]> | null;
}

const FormContext = createContext<FormState>({ id: "form", problems: [], values: null });

/** How a field of this form is called in the page, what is wrong with it, and what was typed into it or ticked before. */
export function useField(name: string) {
  const { id, problems, values } = useContext(FormContext);
  const problem = problems.find(({ field }) => field === name)?.message;
  return { id: `${id}-${name}`.replaceAll(".", "-"), problem, values: values && (values[name] ?? []) };
}

export function useFailure(intent: string, id?: string): Failure | null {
  const failure = useActionData<{ failure?: Failure }>()?.failure;
  return failure?.intent === intent && (id === undefined || failure.values.id?.[0] === id) ? failure : null;
}

interface ActionFormProps extends FormProps {
  intent: string;
  /** Where a page has the same form for many things: which one this is about. It is sent along. */
  about?: string;
  /** Which field a refusal is about that names none itself, by the code of its receipt. */
  fieldByCode?: Record<string, string>;
  children: ReactNode;
}

/**
 * Posts to the page's action, which dispatches on `intent`; works before any script does. A refusal stands at the top and
 * beside the fields it is about, and what was typed stays.
 */
export function ActionForm({ intent, about, fieldByCode = {}, children, ...props }: ActionFormProps) {
  const failure = useFailure(intent, about);
  const problems = failure === null ? [] : listProblems(failure.receipt, fieldByCode);
  const id = about === undefined ? intent : `${intent}-${about}`;
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (failure === null) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
    first?.focus();
  }, [failure]);

  return (
    <FormContext.Provider value={{ id, problems, values: failure?.values ?? null }}>
      <Form method="post" ref={form} {...props}>
        <input type="hidden" name="intent" value={intent} />
        {about !== undefined && <input type="hidden" name="id" value={about} />}
        {failure && <ReceiptMessage receipt={failure.receipt} />}
        {children}
      </Form>
    </FormContext.Provider>
  );
}

/** Says that it is at work, and does not send the form twice. */
export function SubmitButton({
  children,
  busy = "Working…",
  variant = "primary",
  size,
  className,
}: {
  children: ReactNode;
  busy?: string;
  variant?: Variant;
  size?: "small" | "normal";
  className?: string;
}) {
  const { id } = useContext(FormContext);
  const { formData, state } = useNavigation();
  const about = formData?.get("id");
  const isBusy =
    state !== "idle" && id === (about ? `${formData?.get("intent")}-${about}` : formData?.get("intent"));
  return (
    <Button
      type="submit"
      variant={variant}
      size={size}
      className={className}
      aria-disabled={isBusy}
      onClick={(event) => isBusy && event.preventDefault()}
    >
      {isBusy ? busy : children}
    </Button>
  );
}
