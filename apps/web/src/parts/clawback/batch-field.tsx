import { useReading } from '../../shell/api/use-reading.js';
import { dayText } from '../../shell/language/format.js';
import { ChoiceField } from '../form/choice-field.js';
import { Loaded } from '../loading.js';
import { useClawbackTexts } from './clawback-texts.js';

const PAGE_SIZE = 100;

interface Props {
  readonly batchId: string;
  readonly onChoose: (batchId: string) => void;
}

/** The batch in which was set off: one that went to the bank. */
export function BatchField({ batchId, onChoose }: Props) {
  const texts = useClawbackTexts();
  const batches = useReading('/betaalbatches', { query: { pageSize: PAGE_SIZE } });
  return (
    <Loaded reading={batches}>
      {({ results }) => {
        const exported = results.filter(({ status }) => status === 'EXPORTED');
        return (
          <ChoiceField
            pointer="/batchId"
            label={texts.batch}
            hint={exported.length === 0 ? texts.noBatch : texts.batchHint}
            required
            none={texts.choose}
            options={exported.map((one) => [one.batchId, texts.batchOf(dayText(one.preparedOn), one.batchId)])}
            value={batchId}
            onChange={onChoose}
          />
        );
      }}
    </Loaded>
  );
}
