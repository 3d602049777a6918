import { PassThrough } from 'node:stream';
import { Controller, Get, Inject, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import { START, type Position } from '@uitkomst/ledger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Downloads } from '../shell/http/docs.js';
import { Problem } from '../shell/http/problem.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';
import type { Change } from './change.js';
import { ChangeHub, type Listener } from './hub.js';

const TAG: Tag = 'algemeen';
const STREAM = 'text/event-stream';
/** A proxy closes what is silent for long. */
const HEARTBEAT_MS = 20_000;
/** Then the browser comes back by itself, and the door looks again who it is. */
const OPEN_MAX_MS = 10 * 60_000;
const LISTENERS_MAX = 500;
const OWN_MAX = 8;
/** A place in the ledger is told to nobody: it would tell how much happened elsewhere. */
const Place = z.strictObject({ position: z.int() });
const PLACE_VALID_MS = 24 * 60 * 60_000;

/** Wijzigingen: tells a page that something it may read is otherwise, so that it reads again. */
@ApiTags(TAG)
@Controller('wijzigingen')
export class ChangesController implements OnModuleDestroy {
  private readonly hub: ChangeHub;
  private readonly open = new Set<PassThrough>();

  constructor(
    @Inject(SERVICES)
    private readonly services: Pick<Services, 'ledger' | 'projecting' | 'log' | 'sessions'>,
  ) {
    this.hub = new ChangeHub(services);
  }

  @Get()
  @Downloads({
    id: 'followChanges',
    summary: 'Volg wat er wijzigt van wat u mag lezen',
    description:
      'Server-sent events. `wijziging`: welke bronnen opnieuw te lezen zijn; `alles`: lees alles opnieuw, er is te veel gemist. Hervatten met Last-Event-ID.',
    produces: [STREAM],
  })
  async follow(
    @SignedIn() principal: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { all, own } = this.hub.countOf(principal.subject);
    if (all >= LISTENERS_MAX || own >= OWN_MAX)
      throw new Problem('tijdelijk-niet-beschikbaar', { detail: FULL, headers: { 'Retry-After': '60' } });
    const stream = new PassThrough();
    const listener: Listener = {
      principal,
      tell: (changes, position) => void this.say(stream, { event: 'wijziging', changes, position }),
    };
    await this.hub.add(listener); // Before the answer begins: where the ledger is away, that is the answer.
    this.open.add(stream);
    const timers = this.timersOf(stream, request);
    // It closes with the answer, also where whoever asked was gone before there was one.
    stream.once('close', () => {
      timers.forEach(clearTimeout);
      this.open.delete(stream);
      void this.hub.remove(listener);
    });
    // Closed with the answer: a connection kept for the next one would keep a server that stops waiting.
    void reply.type(STREAM).headers({ 'x-accel-buffering': 'no', connection: 'close' }).send(stream);
    try {
      await this.begin(stream, listener, request.headers['last-event-id']);
    } catch (error) {
      this.services.log.error({ error }, 'changes could not be told');
      stream.end(); // The browser comes back by itself, and asks for what it missed.
    }
  }

  /** So that the server need not wait for pages that stay open. */
  onModuleDestroy(): void {
    for (const stream of this.open) stream.end();
  }

  private async begin(stream: PassThrough, listener: Listener, lastEventId: unknown): Promise<void> {
    const { ledger, sessions } = this.services;
    const position = await ledger.head();
    if (typeof lastEventId !== 'string' || lastEventId === '')
      return this.say(stream, { event: 'begin', changes: [], position });
    const place = await sessions.unsealed(lastEventId, Place);
    const all = place === undefined || !(await this.hub.catchUp(listener, place.content.position as Position));
    return this.say(stream, { event: all ? 'alles' : 'begin', changes: [], position });
  }

  private async say(
    stream: PassThrough,
    { event, changes, position }: { event: string; changes: readonly Change[]; position: Position },
  ): Promise<void> {
    const { sessions } = this.services;
    const id = await sessions.sealed({ position: Math.max(position, START) }, sessions.now() + PLACE_VALID_MS);
    if (!stream.writableEnded && !stream.destroyed)
      stream.write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify({ changes })}\n\n`);
  }

  /** A page stays open no longer than the session it rests on. */
  private timersOf(stream: PassThrough, { session }: FastifyRequest): readonly NodeJS.Timeout[] {
    const left = session === undefined ? OPEN_MAX_MS : session.expiresAt - this.services.sessions.now();
    stream.write(': \n\n');
    return [
      setInterval(() => stream.write(': \n\n'), HEARTBEAT_MS).unref(),
      setTimeout(() => stream.end(), Math.min(left, OPEN_MAX_MS)).unref(),
    ];
  }
}

const FULL = {
  nl: 'Er staan te veel pagina’s open. Wijzigingen ziet u na opnieuw laden.',
  en: 'Too many pages are open. Reload to see changes.',
};
