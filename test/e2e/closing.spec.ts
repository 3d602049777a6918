import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Module } from '@nestjs/common';
import { runApp } from './running-app.js';

let finish: () => void = () => undefined;
const slow = new Promise<void>((resolve) => (finish = resolve));

@Controller('traag')
class SlowController {
  @Get()
  async slow(): Promise<string> {
    await slow;
    return 'done';
  }
}
@Module({ controllers: [SlowController] })
class SlowModule {}

test('while it stops, what is in hand is answered and what comes after is told to ask again', async () => {
  const running = await runApp({ imports: [SlowModule] });
  const { token } = await running.as('PROVIDER', { organisation: 'SAGENN' });
  const { http } = running.app;
  await http.listen(0, '127.0.0.1');
  const socket = connect((http.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  const answers = text(socket);
  const get = (path: string) =>
    socket.write(`GET ${path} HTTP/1.1\r\nhost: u\r\naccept-language: nl\r\nauthorization: Bearer ${token}\r\n\r\n`);
  get('/v1/traag');
  await sleep(200);
  const closed = http.getHttpAdapter().getInstance().close();
  await sleep(200);
  get('/v1/claims');
  await sleep(200);
  finish();
  const [, first = '', second = ''] = (await answers).split('HTTP/1.1 ');
  expect(first).toMatch(/^200 /);
  expect(second).toMatch(/^503 [^]*retry-after: \d+[^]*tijdelijk-niet-beschikbaar/i);
  await closed;
  await running.stop();
});
