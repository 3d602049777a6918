import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  CONTRACT_COMMANDS,
  contractDecider,
  DEFINITION_COMMANDS,
  definitionDecider,
  PROVIDER_COMMANDS,
  providerDecider,
  SOURCE_COMMANDS,
  RULE_SET_COMMANDS,
  ruleSetDecider,
  sourceDecider,
  termsStream,
  type ActivateRuleSet,
  type ContractCommand,
  type ContractState,
  type DefinitionCommand,
  type DefinitionState,
  type ProviderCommand,
  type ProviderState,
  type RuleSetState,
  type SourceCommand,
  type SourceState,
} from '@uitkomst/domain';
import type { Services } from '../open-services.js';
import type { Ask } from '../recording/ask.js';
import { SERVICES } from '../services.js';
import { decideOnStream, type Decided } from './decide-on-stream.js';

type Needs = Pick<Services, 'ledger' | 'clock' | 'log' | 'refusals'>;

/** A command to one contract, provider, definition set or source: the domain's own command rides inside untouched. */
class OnTerms<C, S> extends Command<Decided<S>> {
  constructor(
    readonly id: string,
    readonly command: C,
    readonly ask: Ask,
  ) {
    super();
  }
}
export class OnContract extends OnTerms<ContractCommand, ContractState> {}
export class OnProvider extends OnTerms<ProviderCommand, ProviderState> {}
export class OnDefinition extends OnTerms<DefinitionCommand, DefinitionState> {}
export class OnSource extends OnTerms<SourceCommand, SourceState> {}

@CommandHandler(OnContract)
export class HandleContract implements ICommandHandler<OnContract> {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}
  execute({ id, command, ask }: OnContract): Promise<Decided<ContractState>> {
    const stream = termsStream('contract', ask.principal.municipality, id);
    return decideOnStream(
      this.services,
      { decider: contractDecider, mayAsk: CONTRACT_COMMANDS },
      { stream, command, ask },
    );
  }
}

@CommandHandler(OnProvider)
export class HandleProvider implements ICommandHandler<OnProvider> {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}
  execute({ id, command, ask }: OnProvider): Promise<Decided<ProviderState>> {
    const stream = termsStream('provider', ask.principal.municipality, id);
    return decideOnStream(
      this.services,
      { decider: providerDecider, mayAsk: PROVIDER_COMMANDS },
      { stream, command, ask },
    );
  }
}

@CommandHandler(OnDefinition)
export class HandleDefinition implements ICommandHandler<OnDefinition> {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}
  execute({ id, command, ask }: OnDefinition): Promise<Decided<DefinitionState>> {
    const stream = termsStream('definition', ask.principal.municipality, id);
    const deciding = { decider: definitionDecider, mayAsk: DEFINITION_COMMANDS };
    return decideOnStream(this.services, deciding, { stream, command, ask });
  }
}

@CommandHandler(OnSource)
export class HandleSource implements ICommandHandler<OnSource> {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}
  execute({ id, command, ask }: OnSource): Promise<Decided<SourceState>> {
    const stream = termsStream('source', ask.principal.municipality, id);
    return decideOnStream(this.services, { decider: sourceDecider, mayAsk: SOURCE_COMMANDS }, { stream, command, ask });
  }
}

/** A version of the rules to be activated. */
export class OnRuleSets extends Command<Decided<RuleSetState>> {
  constructor(
    readonly command: ActivateRuleSet,
    readonly ask: Ask,
  ) {
    super();
  }
}

@CommandHandler(OnRuleSets)
export class HandleRuleSets implements ICommandHandler<OnRuleSets> {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}
  execute({ command, ask }: OnRuleSets): Promise<Decided<RuleSetState>> {
    const stream = termsStream('rules', ask.principal.municipality);
    const deciding = { decider: ruleSetDecider, mayAsk: RULE_SET_COMMANDS };
    return decideOnStream(this.services, deciding, { stream, command, ask });
  }
}
