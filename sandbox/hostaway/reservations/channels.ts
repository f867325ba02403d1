/** Hostaway's channel ids and the names it gives them. */
export const channelNames: Readonly<Record<number, string>> = {
  2000: "direct",
  2002: "homeaway",
  2005: "bookingcom",
  2007: "expedia",
  2009: "homeawayical",
  2010: "vrboical",
  2013: "bookingengine",
  2015: "customIcal",
  2016: "tripadvisorical",
  2017: "wordpress",
  2018: "airbnbOfficial",
  2019: "marriott",
  2020: "partner",
  2021: "gds",
  2022: "google",
};
