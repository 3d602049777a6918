/** Where a rule comes from: words of a report, in the language it was written in. */
export function RuleSource({ source }: { readonly source: string | undefined }) {
  if (source === undefined) return null;
  return (
    <p className="hint" lang="nl">
      {source}
    </p>
  );
}
