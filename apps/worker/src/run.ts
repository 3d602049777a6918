import type { LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openWorker } from './open-worker.js';
import { readWorkerSettings } from './settings.js';
import { WorkerModule } from './worker.module.js';

/** What the framework itself may tell. */
const LOGGED: LogLevel[] = ['error', 'warn'];

/** Runs until it is told to stop, and then lets what is in hand finish. */
export async function run(): Promise<void> {
  const settings = readWorkerSettings(process.env);
  const worker = await openWorker(settings);
  try {
    const app = await NestFactory.create<NestFastifyApplication>(WorkerModule.of(worker), new FastifyAdapter(), {
      logger: LOGGED,
      abortOnError: false,
    });
    app.enableShutdownHooks();
    await app.init();
    app.useLogger(false); // Why it cannot listen is told by whoever called, in our words.
    await app.listen(settings.port, settings.host);
    app.useLogger(LOGGED);
    const seconds = (performance.now() / 1000).toFixed(1);
    console.log(`Uitkomst worker, health on ${await app.getUrl()}/health (${seconds} s)`);
  } catch (error) {
    await worker.close();
    throw error;
  }
}
