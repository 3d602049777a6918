import type { ReactNode } from 'react';
import { Loaded } from '../parts/loading.js';
import { useContract, type Contract } from '../parts/schema/contract.js';
import { fieldsOf } from '../parts/schema/schema-fields.js';
import { SchemaForm } from '../parts/schema/schema-form.js';
import { bodyOf, typedOf } from '../parts/schema/typed-values.js';
import { useTyped, type Typing } from '../parts/schema/typing.js';
import type { Problem } from '../shell/api/problem.js';

interface Props extends Pick<Typing, 'known' | 'within' | 'labels' | 'hints'> {
  /** Name of the body's schema in the OpenAPI document. */
  readonly schema: string;
  /** Fields that are asked for elsewhere. */
  readonly apart?: readonly string[];
  /** What the form begins with. */
  readonly begin?: Readonly<Record<string, unknown>>;
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly submit: string;
  readonly onRecord: (body: Readonly<Record<string, unknown>>) => void;
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}

/** Records a term by a form made from the schema of what is sent. */
export function TermForm(props: Props) {
  return <Loaded reading={useContract()}>{(contract) => <Made {...props} contract={contract} />}</Loaded>;
}

function Made({ contract, schema, apart, begin, onRecord, ...props }: Props & { readonly contract: Contract }) {
  const { known, within, labels, hints, ...form } = props;
  const fields = fieldsOf(contract, schema, apart ?? []);
  const typing = useTyped(typedOf(fields, begin ?? {}));
  return (
    <SchemaForm
      {...form}
      fields={fields}
      typing={{
        ...typing,
        ...(known !== undefined && { known }),
        ...(within !== undefined && { within }),
        ...(labels !== undefined && { labels }),
        ...(hints !== undefined && { hints }),
      }}
      onSubmit={() => onRecord(bodyOf(fields, typing.typed))}
    />
  );
}
