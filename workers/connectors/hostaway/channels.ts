import { z } from "zod";

export const Channel = z.enum([
  "airbnb",
  "vrbo",
  "booking",
  "expedia",
  "direct",
  "tripadvisor",
  "marriott",
  "google",
  "partner",
  "gds",
  "ical",
]);
export type Channel = z.infer<typeof Channel>;

/** Several of Hostaway's ids are one channel to people: old Airbnb, Vrbo's calendars, the host's own website. */
const channelIds: Record<Channel, readonly number[]> = {
  airbnb: [2018, 2001],
  vrbo: [2002, 2009, 2010],
  booking: [2005],
  expedia: [2007],
  direct: [2000, 2013, 2017],
  tripadvisor: [2016],
  marriott: [2019],
  google: [2022],
  partner: [2020],
  gds: [2021],
  ical: [2015],
};

const channelsById = new Map(
  Channel.options.flatMap((channel) => channelIds[channel].map((id) => [id, channel] as const)),
);

interface HasChannel {
  channelId?: number;
  channelName?: string;
}

export const toChannel = ({ channelId, channelName }: HasChannel): string | undefined =>
  channelsById.get(channelId ?? 0) ?? channelName;

/** Upstream takes one id only, so a channel with several is filtered on our side alone. */
export const toSingleChannelId = (channel: Channel | undefined): number | undefined =>
  channel && channelIds[channel].length === 1 ? channelIds[channel][0] : undefined;
