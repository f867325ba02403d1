import { expect, test } from "vitest";
import { z } from "zod";
import { request } from "#sandbox/testing.ts";

const Mail = z.object({ id: z.int() });
const capture = (body: object) => request("/mailbox/messages", { method: "POST", body });

test("a captured mail is listed, newest first, with all that was sent", async () => {
  const headers = { "List-Unsubscribe": "<https://example.com/stop>" };
  await capture({ from: "a@example.com", to: "b@example.com", subject: "First", text: "Hello" });
  await capture({
    from: "a@example.com",
    to: ["b@example.com", "c@example.com"],
    subject: "Second",
    headers,
  });
  const { text } = await request("/mailbox/messages");
  expect(JSON.parse(text)).toMatchObject({
    messages: [
      { subject: "Second", to: ["b@example.com", "c@example.com"], headers, text: null },
      { subject: "First", to: ["b@example.com"], text: "Hello" },
    ],
  });
});

test("each mail has a page, on which what it says cannot become part of the page", async () => {
  const mail = {
    from: "a@example.com",
    to: "b@example.com",
    subject: "<b>Hi</b>",
    html: '<p class="x">Welcome</p>',
  };
  const { id } = Mail.parse(JSON.parse((await capture(mail)).text));
  expect((await request("/mailbox")).text).toContain(`href="/mailbox/${id}"`);
  const { text } = await request(`/mailbox/${id}`);
  expect(text).toContain("&lt;b&gt;Hi&lt;/b&gt;");
  expect(text).toContain('srcdoc="&lt;p class=&quot;x&quot;&gt;Welcome&lt;/p&gt;"');
});

test("an unknown mail is not found, and half a mail is refused", async () => {
  expect((await request("/mailbox/999")).status).toBe(404);
  const { status, text } = await capture({ from: "a@example.com" });
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ error: expect.stringContaining("subject") });
});
