/** A message on its way to a topic. Messages with the same key keep their order. */
export interface OutboundMessage {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The way out of the house. */
export interface Publisher {
  /** Resolves once all of them are kept by every replica in sync; rejects when that is not known. In the order given. */
  publish(messages: readonly OutboundMessage[]): Promise<void>;
  close(): Promise<void>;
}
