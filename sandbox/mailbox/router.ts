import { badRequest, jsonApp } from "#sandbox/json-app.ts";
import { readJson } from "#sandbox/parse.ts";
import { NewMail } from "./mail.ts";
import { mailboxPage, mailPage } from "./pages.ts";

export const mailbox = jsonApp("/mailbox");

mailbox.get("/", (c) => mailboxPage(c.env.world.mails.newestFirst()));

mailbox.get("/messages", (c) => c.json({ messages: c.env.world.mails.newestFirst() }));

mailbox.post("/messages", async (c) => {
  const mail = await readJson(c.req, NewMail, badRequest);
  return c.json(c.env.world.mails.capture(mail, c.env.world.clock.now()), 201);
});

mailbox.get("/:id{[0-9]+}", (c) => {
  const mail = c.env.world.mails.find(Number(c.req.param("id")));
  return mail ? mailPage(mail) : c.notFound();
});
