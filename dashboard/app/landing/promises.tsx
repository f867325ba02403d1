import { BookOpen, ReceiptText, ShieldCheck } from "lucide-react";

/** The three things that people want to know before they try. */
export function Promises({ price }: { price: string | null }) {
  const promises = [
    {
      icon: ReceiptText,
      title: price === null ? "Pay per listing" : `${price} a listing`,
      text: "You pay for active listings, not for people. The bill follows your portfolio from day to day.",
    },
    {
      icon: ShieldCheck,
      title: "You decide what it may do",
      text: "An assistant reads only, or changes things too, with the tools and accounts you choose. It is stopped at once.",
    },
    {
      icon: BookOpen,
      title: "Open source",
      text: "Read every line, run it on your own Cloudflare account, and take your data with you.",
    },
  ];
  return (
    <ul className="mt-14 grid gap-8 border-t border-line pt-10 sm:grid-cols-3">
      {promises.map(({ icon: Icon, title, text }) => (
        <li key={title}>
          <Icon aria-hidden="true" className="size-5 text-accent" />
          <h2 className="mt-3 font-semibold">{title}</h2>
          <p className="mt-1 text-sm/6 text-pretty text-muted">{text}</p>
        </li>
      ))}
    </ul>
  );
}
