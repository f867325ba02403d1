/** A message as a template makes it. */
export interface EmailContent {
  subject: string;
  text: string;
  html: string;
}

export interface Email extends EmailContent {
  to: string;
}
