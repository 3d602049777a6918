/** A message as it came in. */
export interface IncomingMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly value: string;
}

/** Where messages come from. */
export interface MessageSource {
  /** Hands over batches in their order; one counts as taken once the handler resolves, else it is handed over again. */
  start(handler: (batch: readonly IncomingMessage[]) => Promise<void>): void;
  /** Messages that came in but were not handed over yet. */
  lag(): number;
  stop(): Promise<void>;
}
