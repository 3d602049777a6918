import { Controller, Get, Inject } from '@nestjs/common';
import { HealthCheck, HealthCheckService, type HealthCheckResult, type HealthIndicatorResult } from '@nestjs/terminus';
import type { Services } from './open-services.js';
import { SERVICES } from './services.js';
import { ApiExcludeController } from './http/document/decorators.js';

const LAG_MAX = 10_000;

/** Whether the ledger answers and how far the read models are behind it. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    @Inject(SERVICES) private readonly services: Pick<Services, 'ledger' | 'projecting'>,
  ) {}

  @Get()
  @HealthCheck({ noCache: true, swaggerDocumentation: false })
  check(): Promise<HealthCheckResult> {
    return this.health.check([() => this.ofLedger(), () => this.ofProjections()]);
  }

  private async ofLedger(): Promise<HealthIndicatorResult> {
    return { ledger: { status: 'up', head: await this.services.ledger.head() } };
  }

  private async ofProjections(): Promise<HealthIndicatorResult> {
    const lag = await this.services.projecting.lag();
    return { projections: { status: lag > LAG_MAX ? 'down' : 'up', lag } };
  }
}
