import type { EmailContent } from "../email.ts";

interface Letter {
  subject: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  /** Why the reader got this, and what to do if it was not them. */
  footer: string;
}

/** One letter in both forms. Mail programs read only inline styles, and many readers only the text. */
export function toEmail({ subject, paragraphs, action, footer }: Letter): EmailContent {
  const lines = [...paragraphs, ...(action === undefined ? [] : [`${action.label}: ${action.url}`]), footer];
  const body = paragraphs
    .map((paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph)}</p>`)
    .join("\n");
  const button =
    action === undefined
      ? ""
      : `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#4338ca;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(action.label)}</a></p>`;
  return {
    // A name in the subject may hold what would begin another header.
    subject: subject.replaceAll(/\s+/g, " ").slice(0, 200),
    text: `${lines.join("\n\n")}\n`,
    html: `<!doctype html>
<html lang="en"><body style="margin:0;padding:32px 16px;background:#f6f6fb;color:#15152b;font:16px/1.6 system-ui,sans-serif">
<div style="max-width:520px;margin:0 auto;padding:32px;border-radius:12px;background:#ffffff">
<p style="margin:0 0 24px;font-weight:700">Latchkey</p>
${body}
${button}
<p style="margin:32px 0 0;color:#56587a;font-size:13px">${escapeHtml(footer)}</p>
</div></body></html>
`,
  };
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
