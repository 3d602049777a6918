import { Body, Controller, Get, Post } from '@nestjs/common';
import { CheckStaffing, inBothLanguages, Staffing, WhoMay, type Text } from '@uitkomst/contracts';
import { DUTIES, staffingOf, WHO_MAY, type Label, type Staffed } from '@uitkomst/domain';
import { readsDuties, SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Searches } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';

const TAG: Tag = 'verantwoording';

/** Functiescheiding: who may do what after whom, and whether these people can carry it through. Records nothing. */
@ApiTags(TAG)
@Controller('functiescheiding')
export class WhoMayController {
  @Get()
  @Reads({ id: 'getWhoMay', summary: 'Wie mag wat na wie', answer: WhoMay })
  matrix(@SignedIn() principal: Principal): WhoMay {
    readsDuties(principal);
    const results = DUTIES.map((duty) => {
      const { roles, notAfter } = WHO_MAY[duty];
      return { duty, text: wordsIn(WHO_MAY[duty]), roles: [...roles], notAfter: [...notAfter] };
    });
    return { results };
  }

  @Post('_controleer')
  @Searches({
    id: 'checkStaffing',
    summary: 'Wat met deze mensen kan',
    description:
      'Zegt vóór de eerste declaratie voor welke handeling met deze mensen niemand over is. Legt niets vast.',
    answer: Staffing,
  })
  check(@SignedIn() principal: Principal, @Body({ schema: CheckStaffing }) { people }: CheckStaffing): Staffing {
    readsDuties(principal);
    return { results: staffingOf(people).map(shown) };
  }
}

function shown(answer: Staffed): Staffing['results'][number] {
  const { journey, possible, by } = answer;
  const known = { journey: journey.code, text: wordsIn(journey), possible, by: [...by] };
  if (answer.possible) return known;
  const barred = answer.barred.map(({ subject, did }) => ({ subject, did: [...did] }));
  return { ...known, nobodyFor: answer.nobodyFor, barred };
}

const wordsIn = (label: Label): Text => inBothLanguages((language) => label[language]);
