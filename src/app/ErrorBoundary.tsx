import { Component, type ReactNode } from 'react';
import { Button } from '../ui/controls/Button';
import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  readonly message: string;
  readonly action: string;
  /** Runs before the children are tried again. */
  readonly onRetry?: () => void;
  readonly children: ReactNode;
}

/** Catches what its children throw, says so in a plain sentence, and offers to try again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  private readonly retry = (): void => {
    this.props.onRetry?.();
    this.setState({ failed: false });
  };

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className={styles.failure} role="alert">
        <p>{this.props.message}</p>
        <Button tone="primary" onClick={this.retry}>
          {this.props.action}
        </Button>
      </div>
    );
  }
}
