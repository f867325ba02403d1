export interface Home {
  kind: string;
  propertyTypeId: number;
  bedrooms: number;
}

const home = (kind: string, propertyTypeId: number, bedrooms: number): Home => ({
  kind,
  propertyTypeId,
  bedrooms,
});

export const homes: readonly Home[] = [
  home("Loft", 6, 1),
  home("Bungalow", 2, 2),
  home("Garden Apartment", 1, 1),
  home("Townhouse", 4, 3),
  home("Studio", 7, 0),
  home("Penthouse", 1, 2),
  home("Courtyard House", 2, 4),
  home("Terrace Flat", 1, 2),
  home("Villa", 3, 5),
  home("Hideaway", 10, 1),
  home("Family Home", 2, 3),
];

export const epithets: readonly string[] = [
  "Sunlit",
  "Harbour",
  "Velvet",
  "Juniper",
  "Lantern",
  "Saltwater",
  "Blue Door",
  "Magnolia",
  "Foxglove",
  "Driftwood",
  "Copper",
  "Marigold",
  "Lighthouse",
];

/** Names beyond ASCII, given to listings of the city in their own script. */
export const localNames: Readonly<Record<string, string>> = {
  "Mexico City": "Casa Jacaranda – Cosy Ático “El Ñandú” 🌵",
  Lisbon: "Águas-Furtadas de São Bento",
  Bremerhaven: "Kapitänshäuschen Süße Brise – Geestemünde",
  Paris: "L'Écrin d'Hélène – Œil-de-bœuf & Mansarde",
  Athens: "Θέα στην Ακρόπολη – Κουκάκι",
  Kyoto: "京町家「月の庭」 Kyomachiya Tsuki no Niwa",
};

export const hosts: readonly (readonly [string, string])[] = [
  ["Elena", "Whitfield"],
  ["Marcus", "Delgado"],
  ["Ingrid", "Solberg"],
  ["Tomás", "Figueiredo"],
  ["Harriet", "Okafor"],
];
