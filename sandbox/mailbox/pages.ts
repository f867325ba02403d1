import { html } from "hono/html";
import { page } from "#sandbox/page.ts";
import type { Mail } from "./mail.ts";

export function mailboxPage(mails: Mail[]): Promise<Response> {
  if (mails.length === 0)
    return page("Mailbox", html`<p>No mail yet. What the product sends appears here.</p>`);
  const rows = mails.map(
    (mail) => html`<tr>
      <td>${mail.capturedAt}</td>
      <td>${mail.to.join(", ")}</td>
      <td><a href="/mailbox/${mail.id}">${mail.subject || "(no subject)"}</a></td>
    </tr>`,
  );
  return page(
    "Mailbox",
    html`<table>
      <thead><tr><th>Captured</th><th>To</th><th>Subject</th></tr></thead>
      <tbody>${rows}</tbody>
    </table>`,
  );
}

export function mailPage(mail: Mail): Promise<Response> {
  const headers = Object.entries(mail.headers).map(
    ([name, value]) => html`<tr><th>${name}</th><td>${value}</td></tr>`,
  );
  return page(
    mail.subject || "(no subject)",
    html`<p><a href="/mailbox">All mail</a></p>
      <table>
        <tbody>
          <tr><th>From</th><td>${mail.from}</td></tr>
          <tr><th>To</th><td>${mail.to.join(", ")}</td></tr>
          <tr><th>Captured</th><td>${mail.capturedAt}</td></tr>
          ${headers}
        </tbody>
      </table>
      ${mail.html && html`<h2>HTML</h2><iframe sandbox title="HTML body" srcdoc="${mail.html}"></iframe>`}
      ${mail.text && html`<h2>Text</h2><pre>${mail.text}</pre>`}`,
  );
}
