import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openWorker } from './open-worker.js';
import { readWorkerSettings } from './settings.js';
import { WorkerModule } from './worker.module.js';

/** Runs until it is told to stop, and then lets what is in hand finish. */
export async function run(): Promise<void> {
  const settings = readWorkerSettings(process.env);
  const worker = await openWorker(settings);
  try {
    const app = await NestFactory.create<NestFastifyApplication>(WorkerModule.of(worker), new FastifyAdapter(), {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    app.enableShutdownHooks();
    await app.listen(settings.port, settings.host);
    const seconds = (performance.now() / 1000).toFixed(1);
    console.log(`Uitkomst worker, health on ${await app.getUrl()}/health (${seconds} s)`);
  } catch (error) {
    await worker.close();
    throw error;
  }
}
