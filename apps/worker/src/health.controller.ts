import { Controller, Get, Inject } from '@nestjs/common';
import { HealthCheck, HealthCheckService, type HealthCheckResult, type HealthIndicatorResult } from '@nestjs/terminus';
import type { Worker } from './open-worker.js';

export const WORKER = Symbol('worker');

const LAG_MAX = 10_000;

/** Whether the ledger answers, and how far the worker is behind it: read models, what goes out, what comes in. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    @Inject(WORKER) private readonly worker: Pick<Worker, 'ledger' | 'projecting' | 'running'>,
  ) {}

  @Get()
  @HealthCheck({ noCache: true, swaggerDocumentation: false })
  check(): Promise<HealthCheckResult> {
    return this.health.check([() => this.ofLedger(), () => this.ofProjections(), () => this.ofKafka()]);
  }

  private async ofLedger(): Promise<HealthIndicatorResult> {
    return { ledger: { status: 'up', head: await this.worker.ledger.head() } };
  }

  private async ofProjections(): Promise<HealthIndicatorResult> {
    const lag = await this.worker.projecting.lag();
    return { projections: { status: lag > LAG_MAX ? 'down' : 'up', lag } };
  }

  private async ofKafka(): Promise<HealthIndicatorResult> {
    const lags = await this.worker.running.kafka?.lags();
    if (lags === undefined) return {};
    return { kafka: { status: Math.max(lags.relay, lags.feed) > LAG_MAX ? 'down' : 'up', ...lags } };
  }
}
