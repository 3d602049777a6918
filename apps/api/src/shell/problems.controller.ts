import { Controller, Get } from '@nestjs/common';
import { inBothLanguages, PROBLEMS, ProblemKinds, problemType, type ProblemSlug } from '@uitkomst/contracts';
import type { z } from 'zod';
import { ApiTags } from './http/document/decorators.js';
import { Reads } from './http/docs.js';
import type { Tag } from './http/document/tags.js';

const TAG: Tag = 'algemeen';

/** What `type` of a problem can be; open to all. */
@ApiTags(TAG)
@Controller('problemen')
export class ProblemsController {
  @Get()
  @Reads({ id: 'listProblems', summary: 'Soorten problemen', answer: ProblemKinds, open: true })
  list(): z.infer<typeof ProblemKinds> {
    const results = Object.entries(PROBLEMS).map(([slug, { status, ...titles }]) => ({
      type: problemType(slug as ProblemSlug),
      status,
      titles: inBothLanguages((language) => titles[language]),
    }));
    return { results };
  }
}
