/** Something that happens on a day of the demonstration. */
export interface Demonstrated {
  readonly on: string;
  happen(): Promise<void>;
}
