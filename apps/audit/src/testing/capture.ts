import { Writable } from 'node:stream';

/** A stream that remembers what was written to it. */
export class Captured extends Writable {
  private text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }

  /** What was written, line by line. */
  lines(): readonly string[] {
    return this.text.split('\n').filter((line) => line !== '');
  }
}

/** Where a command answers and remarks, to be looked at afterwards. */
export const capture = () => ({ out: new Captured(), err: new Captured() });
