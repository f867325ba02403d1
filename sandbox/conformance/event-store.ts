import type { EventStore, JSONRPCMessage } from "@modelcontextprotocol/server";

interface StoredEvent {
  id: string;
  streamId: string;
  message: JSONRPCMessage;
}

/** What a session sent, so that a client that comes back gets what it missed. */
export class MemoryEventStore implements EventStore {
  readonly #events: StoredEvent[] = [];

  async storeEvent(streamId: string, message: JSONRPCMessage): Promise<string> {
    const id = crypto.randomUUID();
    this.#events.push({ id, streamId, message });
    return id;
  }

  async getStreamIdForEventId(id: string): Promise<string | undefined> {
    return this.#events.find((event) => event.id === id)?.streamId;
  }

  async replayEventsAfter(id: string, { send }: Parameters<EventStore["replayEventsAfter"]>[1]) {
    const last = this.#events.findIndex((event) => event.id === id);
    const streamId = this.#events[last]?.streamId ?? "";
    const missed = this.#events.slice(last + 1).filter((event) => event.streamId === streamId);
    for (const { id: eventId, message } of missed) await send(eventId, message);
    return streamId;
  }
}
