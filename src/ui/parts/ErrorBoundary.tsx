import { Component, type ReactNode } from 'react'
import { errorBoundary as say } from '../messages/en'
import styles from './ErrorBoundary.module.css'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** What else to offer: a way to take the design along. */
  readonly offer?: ReactNode
}

interface ErrorBoundaryState {
  readonly error: Error | null
}

/** Where a part of the page stops with an error, the rest goes on and this says what happened. React asks for a class. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div role="alert" className={styles.stopped}>
        <strong>{say.title}</strong>
        <p>{error.message}</p>
        <p>{say.text}</p>
        {this.props.offer}
        <button type="button" onClick={() => this.setState({ error: null })}>
          {say.again}
        </button>
      </div>
    )
  }
}
