export const categories = [
  "cleanliness",
  "communication",
  "checkin",
  "accuracy",
  "location",
  "value",
] as const;

/** What guests write, by how content they were. */
export const reviewTexts = {
  good: [
    "Spotless, quiet and exactly as in the pictures. We would come back tomorrow.",
    "The hosts answered within minutes and the bed was wonderful.",
    "Great location, everything within a short walk. The coffee machine made our mornings.",
    "Die Wohnung war blitzsauber und sehr liebevoll eingerichtet. Gerne wieder!",
    "Todo perfecto: la cocina, las vistas y la atención.",
    "Un séjour parfait, l'accueil était chaleureux.",
  ],
  mixed: [
    "Nice flat, but the wifi kept dropping and we had to work from a café.",
    "Good value. Check-in took a while because the key box code did not work at first.",
    "Lovely terrace; the street below is loud until late at night.",
    "Clean on the whole, though the shower drained slowly.",
  ],
  bad: [
    "The bathroom was not clean when we arrived and nobody came until the next day.",
    "No heating for two nights. We wrote three times before anybody answered.",
    "The pictures must be old: worn furniture and a smell of damp in the bedroom.",
  ],
} as const;
