import type { Random } from "./random.ts";

export type Language = "en" | "es" | "de" | "fr" | "it" | "pt" | "ja";

export interface Person {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  country: string;
  city: string;
  locale: string;
  language: Language;
}

interface People {
  country: string;
  locale: string;
  language: Language;
  dial: string;
  cities: string;
  firstNames: string;
  lastNames: string;
}

const peoples: readonly People[] = [
  {
    country: "US",
    locale: "en-US",
    language: "en",
    dial: "+1 305 555 01",
    cities: "Chicago|Denver|Boston|Seattle",
    firstNames: "Olivia Marcus Hannah Jordan Grace Tyler Naomi Caleb Priya Darnell Rachel Miguel Erin Wesley",
    lastNames: "Carter Nguyen Sullivan Brooks Patel Ramirez Coleman Fischer O'Connor Washington Reed Kim",
  },
  {
    country: "GB",
    locale: "en-GB",
    language: "en",
    dial: "+44 20 7946 09",
    cities: "Leeds|Bristol|London",
    firstNames: "Imogen Callum Zara Rupert Siobhan Aidan Freya Kwame",
    lastNames: "Hughes Ashworth Khan Fraser Whitmore Adeyemi Doyle",
  },
  {
    country: "ES",
    locale: "es-ES",
    language: "es",
    dial: "+34 600 555 0",
    cities: "Madrid|Valencia|Sevilla",
    firstNames: "Lucía Javier Carmen Álvaro Marta Íñigo Paula Sergio",
    lastNames: "García Muñoz Ibáñez Navarro Peña Castaño Serrano",
  },
  {
    country: "MX",
    locale: "es-MX",
    language: "es",
    dial: "+52 55 5555 01",
    cities: "Guadalajara|Monterrey|Puebla",
    firstNames: "Ximena Diego Valeria Emiliano Renata Andrés",
    lastNames: "Hernández Ortega Villaseñor Cárdenas Rojas Treviño",
  },
  {
    country: "DE",
    locale: "de-DE",
    language: "de",
    dial: "+49 30 23125 0",
    cities: "Hamburg|Köln|Leipzig",
    firstNames: "Anneke Jürgen Leonie Matthias Käthe Florian Svenja Björn",
    lastNames: "Schröder Weiß Köhler Brandt Grünewald Vogel Lüders",
  },
  {
    country: "FR",
    locale: "fr-FR",
    language: "fr",
    dial: "+33 1 99 00 01 ",
    cities: "Lyon|Nantes|Bordeaux",
    firstNames: "Chloé Étienne Maëlle Théo Inès Benoît Amélie Youssef",
    lastNames: "Lefèvre Moreau Garnier Benali Rousseau Dubois Chevalier",
  },
  {
    country: "IT",
    locale: "it-IT",
    language: "it",
    dial: "+39 06 555 01",
    cities: "Torino|Bologna|Napoli",
    firstNames: "Giulia Lorenzo Chiara Matteo Elisa Niccolò Beatrice",
    lastNames: "Ferrari Esposito Colombo D'Angelo Moretti Galli",
  },
  {
    country: "BR",
    locale: "pt-BR",
    language: "pt",
    dial: "+55 11 5555 01",
    cities: "São Paulo|Recife|Curitiba",
    firstNames: "Beatriz João Larissa Thiago Conceição Rafael",
    lastNames: "Gonçalves Araújo Ribeiro Falcão Santos Moraes",
  },
  {
    country: "JP",
    locale: "ja-JP",
    language: "ja",
    dial: "+81 3 5555 01",
    cities: "Tokyo|Osaka|Sapporo",
    firstNames: "Yuki Haruto Sakura Kenji Aoi Ren",
    lastNames: "Tanaka Fujimoto Nakamura Hayashi Ōkubo Matsuda",
  },
  {
    country: "PL",
    locale: "pl-PL",
    language: "en",
    dial: "+48 22 555 01",
    cities: "Kraków|Gdańsk|Łódź",
    firstNames: "Małgorzata Paweł Zofia Wojciech Agnieszka",
    lastNames: "Wiśniewska Kowalczyk Dąbrowski Zieliński Wójcik",
  },
];

export function inventPerson(random: Random): Person {
  const { country, locale, language, dial, ...pools } = random.pick(peoples);
  const firstName = random.pick(pools.firstNames.split(" "));
  const lastName = random.pick(pools.lastNames.split(" "));
  return {
    firstName,
    lastName,
    country,
    locale,
    language,
    email: `${toAscii(firstName)}.${toAscii(lastName)}@example.com`,
    phone: `${dial}${random.digits(2)}`,
    city: random.pick(pools.cities.split("|")),
  };
}

/** Letters only, without accents, in lower case. */
const toAscii = (name: string) =>
  name
    .replaceAll(/[łŁ]/g, "l")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/[^A-Za-z]/g, "")
    .toLowerCase();
