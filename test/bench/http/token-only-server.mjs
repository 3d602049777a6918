// The reference of the HTTP benchmark: the same process and the same door, and a POST that does nothing once the token is checked.
import 'reflect-metadata';
import { Controller, HttpCode, Module, Post } from '@nestjs/common';
import { createApp } from '../../../dist/apps/api/src/create-app.js';
import { readSettings } from '../../../dist/apps/api/src/shell/settings.js';

class TokenOnlyController {
  post() {
    return {};
  }
}
Controller('leeg')(TokenOnlyController);
const post = Object.getOwnPropertyDescriptor(TokenOnlyController.prototype, 'post');
Post()(TokenOnlyController.prototype, 'post', post);
HttpCode(201)(TokenOnlyController.prototype, 'post', post);

class TokenOnlyModule {}
Module({ controllers: [TokenOnlyController] })(TokenOnlyModule);

const settings = readSettings(process.env);
const { http } = await createApp({ settings, imports: [TokenOnlyModule] });
http.enableShutdownHooks();
await http.listen(settings.port, settings.host);
console.log(`Uitkomst op ${await http.getUrl()}`);
