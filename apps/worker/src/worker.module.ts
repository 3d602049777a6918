import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController, WORKER } from './health.controller.js';
import type { Worker } from './open-worker.js';

/** Which process contains what, on one screen: the read models and what runs by itself, and a page that tells how they are. */
@Module({})
export class WorkerModule implements OnApplicationShutdown {
  constructor(@Inject(WORKER) private readonly worker: Worker) {}

  static of(worker: Worker): DynamicModule {
    return {
      module: WorkerModule,
      imports: [TerminusModule.forRoot({ logger: false })],
      controllers: [HealthController],
      providers: [{ provide: WORKER, useValue: worker }],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.worker.close();
  }
}
