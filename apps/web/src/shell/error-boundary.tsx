import { Component, type ReactNode } from 'react';
import { useShellTexts } from './shell-texts.js';

interface Props {
  readonly children: ReactNode;
}

/** A fault of ours shows as a page that says so, with a way on; never as an empty screen. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <FailedPage /> : this.props.children;
  }
}

function FailedPage() {
  const texts = useShellTexts();
  return (
    <main className="content">
      <h1>{texts.failed}</h1>
      <p>{texts.failedAdvice}</p>
      <p>
        <a href="/">{texts.toStart}</a>
      </p>
    </main>
  );
}
