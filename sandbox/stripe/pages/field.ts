import { html } from "hono/html";

interface Field {
  name: string;
  label: string;
  value?: string;
  error?: string;
  type?: "email" | "text" | "tel";
  inputmode?: "numeric";
  autocomplete?: string;
  placeholder?: string;
  readonly?: boolean;
}

/** A labelled text field, with what is wrong with it below it. */
export function field(given: Field) {
  const { name, label, value = "", error, type = "text", autocomplete = "off" } = given;
  const attributes = html`${given.inputmode ? html` inputmode="${given.inputmode}"` : ""}${
    given.placeholder ? html` placeholder="${given.placeholder}"` : ""
  }${given.readonly ? html` readonly` : ""}${
    error ? html` aria-invalid="true" aria-describedby="${name}-error"` : ""
  }`;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"${attributes} />
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : ""}
  </div>`;
}

export const alert = (message: string | null | undefined) =>
  message ? html`<p class="alert" role="alert">${message}</p>` : "";

export const notice = (message: string | null | undefined) =>
  message ? html`<p class="notice" role="status">${message}</p>` : "";
