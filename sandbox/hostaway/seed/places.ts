export interface Place {
  city: string;
  state: string;
  country: string;
  countryCode: string;
  timeZoneName: string;
  currencyCode: string;
  /** A usual nightly price, in the place's currency. */
  price: number;
  lat: number;
  lng: number;
  zipcode: string;
  areas: readonly string[];
  streets: readonly string[];
}

/** Written compactly: `areas` and `streets` are separated by a bar. */
function place(
  [city, state, country, countryCode]: [string, string, string, string],
  [timeZoneName, currencyCode, price]: [string, string, number],
  [lat, lng, zipcode]: [number, number, string],
  areas: string,
  streets: string,
): Place {
  return {
    city,
    state,
    country,
    countryCode,
    timeZoneName,
    currencyCode,
    price,
    lat,
    lng,
    zipcode,
    areas: areas.split("|"),
    streets: streets.split("|"),
  };
}

export const places: readonly Place[] = [
  place(
    ["Miami", "Florida", "United States", "US"],
    ["America/New_York", "USD", 245],
    [25.7743, -80.1937, "33131"],
    "Wynwood|Brickell|Little Havana|Coconut Grove|Mid-Beach|Design District|South Beach|Edgewater",
    "Collins Ave|NW 2nd Ave|Calle Ocho|Main Hwy|Brickell Bay Dr|Ocean Dr",
  ),
  place(
    ["Austin", "Texas", "United States", "US"],
    ["America/Chicago", "USD", 195],
    [30.2672, -97.7431, "78704"],
    "East Austin|South Congress|Zilker|Hyde Park|Travis Heights|Barton Hills|Clarksville|Mueller",
    "S Congress Ave|E 6th St|Bluebonnet Ln|Barton Springs Rd|W Mary St|Manor Rd",
  ),
  place(
    ["Nashville", "Tennessee", "United States", "US"],
    ["America/Chicago", "USD", 215],
    [36.1627, -86.7816, "37206"],
    "East Nashville|Germantown|The Gulch|12 South|Sylvan Park|Five Points",
    "Woodland St|Fatherland St|Gallatin Ave|Jefferson St|Music Row",
  ),
  place(
    ["Toronto", "Ontario", "Canada", "CA"],
    ["America/Toronto", "CAD", 230],
    [43.6532, -79.3832, "M5V 2T6"],
    "Leslieville|The Annex|Distillery District|Queen West|Roncesvalles|Cabbagetown",
    "Queen St W|Bloor St W|Dundas St E|King St W|Ossington Ave",
  ),
  place(
    ["Mexico City", "CDMX", "Mexico", "MX"],
    ["America/Mexico_City", "MXN", 2100],
    [19.4326, -99.1332, "06700"],
    "Roma Norte|Condesa|Coyoacán|Juárez|San Rafael|Polanco",
    "Calle Orizaba|Avenida Ámsterdam|Calle Durango|Calle Londres|Avenida Álvaro Obregón",
  ),
  place(
    ["Lisbon", "Lisboa", "Portugal", "PT"],
    ["Europe/Lisbon", "EUR", 145],
    [38.7223, -9.1393, "1100-148"],
    "Alfama|Bairro Alto|Graça|Príncipe Real|Campo de Ourique|Belém",
    "Rua da Graça|Rua de São Bento|Largo do Carmo|Rua das Flores|Travessa do Fala-Só",
  ),
  place(
    ["Barcelona", "Catalunya", "Spain", "ES"],
    ["Europe/Madrid", "EUR", 165],
    [41.3874, 2.1686, "08002"],
    "Gràcia|El Born|Poblenou|Eixample|Sant Antoni|Barceloneta",
    "Carrer de Verdi|Passeig de Gràcia|Carrer del Rec|Rambla del Poblenou|Carrer de Blai",
  ),
  place(
    ["Bremerhaven", "Bremen", "Germany", "DE"],
    ["Europe/Berlin", "EUR", 118],
    [53.5396, 8.5809, "27568"],
    "Alter Hafen|Lehe|Geestemünde|Havenwelten|Weddewarden|Mitte",
    "Am Alten Hafen|Bürgermeister-Smidt-Straße|Deichpromenade|Hafenstraße|Schifferstraße",
  ),
  place(
    ["Paris", "Île-de-France", "France", "FR"],
    ["Europe/Paris", "EUR", 210],
    [48.8566, 2.3522, "75004"],
    "Le Marais|Montmartre|Belleville|Canal Saint-Martin|Batignolles|Saint-Germain",
    "Rue des Rosiers|Rue Lepic|Quai de Valmy|Rue de Belleville|Rue des Dames",
  ),
  place(
    ["Edinburgh", "Scotland", "United Kingdom", "GB"],
    ["Europe/London", "GBP", 155],
    [55.9533, -3.1883, "EH3 6SU"],
    "Stockbridge|Leith|Old Town|Marchmont|Bruntsfield|Dean Village",
    "Raeburn Place|The Shore|Candlemaker Row|Marchmont Rd|Cumberland St",
  ),
  place(
    ["Rome", "Lazio", "Italy", "IT"],
    ["Europe/Rome", "EUR", 160],
    [41.9028, 12.4964, "00153"],
    "Trastevere|Monti|Testaccio|Pigneto|Prati|San Lorenzo",
    "Via della Scala|Via Urbana|Via Galvani|Via del Pigneto|Via Cola di Rienzo",
  ),
  place(
    ["Athens", "Attica", "Greece", "GR"],
    ["Europe/Athens", "EUR", 112],
    [37.9838, 23.7275, "11742"],
    "Koukaki|Plaka|Exarchia|Psyrri|Pangrati|Kypseli",
    "Veikou|Adrianou|Kallidromiou|Sarri|Archimidous",
  ),
  place(
    ["Kyoto", "Kyoto", "Japan", "JP"],
    ["Asia/Tokyo", "JPY", 24000],
    [35.0116, 135.7681, "604-8001"],
    "Gion|Nishijin|Arashiyama|Higashiyama|Pontochō|Fushimi",
    "Sanjō-dōri|Hanamikoji-dōri|Ōmiya-dōri|Teramachi-dōri|Shirakawa-suji",
  ),
  place(
    ["Sydney", "New South Wales", "Australia", "AU"],
    ["Australia/Sydney", "AUD", 285],
    [-33.8688, 151.2093, "2010"],
    "Surry Hills|Bondi|Newtown|Paddington|Manly|Balmain",
    "Crown St|Campbell Parade|King St|Oxford St|Darling St",
  ),
];
