import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { inBothLanguages, NoticesReleased, ReleaseNotices } from '@uitkomst/contracts';
import { FILE_COMMANDS, personOf, wordsOf } from '@uitkomst/domain';
import { actAs } from '../shell/auth/principal.js';
import { OnClientFile } from '../shell/commands/handle-client-file.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Recording } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import { Asks, commandHashOf, commandIdOf, type Ask } from '../shell/recording/ask.js';

const TAG: Tag = 'fiattering';
type Notice = ReleaseNotices['notices'][number];
type Result = NoticesReleased['results'][number];

/** Bekendmakingen in bulk: an officer releases what has stood long enough; each letter goes out or is refused by itself. */
@ApiTags(TAG)
@Controller('bekendmakingen')
export class NoticesController {
  constructor(private readonly commands: CommandBus) {}

  @Post('_vrijgeven')
  @Recording({
    id: 'releaseNotices',
    summary: 'Geef bekendmakingen in bulk vrij',
    answer: NoticesReleased,
    status: 200,
  })
  async release(
    @Asks() ask: Ask,
    @Body({ schema: ReleaseNotices }) { notices }: ReleaseNotices,
  ): Promise<NoticesReleased> {
    actAs(ask.principal, FILE_COMMANDS.ReleaseNotice);
    const results: Result[] = [];
    for (const [index, notice] of notices.entries()) results.push(await this.one(notice, { ask, index }));
    return { results };
  }

  private async one(notice: Notice, { ask, index }: { readonly ask: Ask; readonly index: number }): Promise<Result> {
    const { claimId } = notice;
    const own: Ask = {
      principal: ask.principal,
      commandId: commandIdOf('notice', ask.commandId, String(index)),
      commandHash: commandHashOf(notice),
    };
    const command = { type: 'ReleaseNotice', ...notice } as const;
    const { refusal, events } = await this.commands.execute(new OnClientFile(personOf(claimId), command, own));
    if (refusal === undefined) return { claimId, status: events.length > 0 ? 'RELEASED' : 'ALREADY_RELEASED' };
    const { code, data } = refusal;
    const text = inBothLanguages((language) => wordsOf(code, language, data));
    return { claimId, status: 'REFUSED', code, text };
  }
}
