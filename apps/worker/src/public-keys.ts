import { SettingsRefused } from '@uitkomst/processes';
import { kafkaKeysIn } from '@uitkomst/processes/kafka';
import { readWorkerSettings } from './settings.js';

/** Prints what deliverers encrypt messages with that name a BSN, as a JSON Web Key Set. */
export async function publicKeys(): Promise<void> {
  const { kafka } = readWorkerSettings(process.env);
  if (!kafka) throw new SettingsRefused('KAFKA_BROKERS: is needed: without a broker there are no messages to encrypt');
  const { publicKeys: keys } = await kafkaKeysIn(kafka.keysFile);
  console.log(JSON.stringify({ keys }, undefined, 2));
}
