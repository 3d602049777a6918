// Whether what answers at this address says that it is well: for containers, which have no curl.
const [url = ''] = process.argv.slice(2);
try {
  const { ok } = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
