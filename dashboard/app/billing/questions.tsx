const questions = [
  {
    question: "What counts as a listing?",
    answer:
      "Each row of Hostaway's list that is not archived there, over all accounts you have connected. They are counted once a day, and whenever you press Sync now.",
  },
  {
    question: "What if the number changes in the middle of a month?",
    answer:
      "The rest of the month is charged at the new number and given back at the old one, to the second, as two lines of the next invoice. Fewer listings are a credit there, not money back.",
  },
  {
    question: "What happens when the trial ends?",
    answer:
      "The organization goes on under Free, and nothing is charged: the trial takes no card. Nothing is deleted. An organization has one trial, and so has a Hostaway account.",
  },
  {
    question: "What if we use up the tool calls?",
    answer:
      "Further calls are refused until the next month, unless you choose to pay for them. Mails tell you at 80, 90 and 100 percent. Calls that fail through our fault or Hostaway's are not counted.",
  },
  {
    question: "What if a payment fails, or we cancel?",
    answer:
      "When a payment fails, API keys and assistants stop at once and work again seconds after it is paid. When you cancel, you keep what is paid for; nothing is refunded. Everything is kept for thirty days after the end and can be exported.",
  },
];

export function Questions() {
  return (
    <section aria-labelledby="questions" className="mx-auto mt-16 max-w-3xl">
      <h2 id="questions" className="text-xl/8 font-semibold tracking-tight">
        Questions
      </h2>
      <div className="mt-4 divide-y divide-line border-y border-line">
        {questions.map(({ question, answer }) => (
          <details key={question} className="group py-1">
            <summary className="cursor-pointer rounded-lg py-3 font-medium">{question}</summary>
            <p className="pb-4 text-sm/6 text-pretty text-muted">{answer}</p>
          </details>
        ))}
      </div>
    </section>
  );
}
