import { Component, type ReactNode } from 'react'
import { Refused } from './api.ts'
import { Button } from './button.tsx'
import { Empty } from './empty.tsx'
import { sentenceOf } from './failure-sentence.ts'
import { words } from './floor-words.ts'
import { useLanguage } from './language.ts'
import { Notice } from './layout.tsx'
import { useWords } from './words.ts'

export { fieldErrors, sentenceOf, tell } from './failure-sentence.ts'

/** In the place of what could not be read. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useWords(words)
  return (
    <Notice
      tone="danger"
      action={
        onRetry && (
          <Button size="small" icon="refresh" onPress={onRetry}>
            {say('retry')}
          </Button>
        )
      }
    >
      {sentenceOf(error, useLanguage())}
    </Notice>
  )
}

type Caught = { error: unknown }

/** A screen that falls does not take the desk with it; one that is not for this reader says so (`refused`). A class, because React offers no other way to catch. */
export class Boundary extends Component<{ children: ReactNode; refused?: ReactNode }, Caught> {
  override state: Caught = { error: null }
  static getDerivedStateFromError(error: unknown): Caught {
    return { error }
  }
  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    const { error } = this.state
    if (this.props.refused && error instanceof Refused && error.status === 403) return this.props.refused
    return <Fallen onReopen={() => this.setState({ error: null })} />
  }
}

export function Fallen({ onReopen }: { onReopen: () => void }) {
  const say = useWords(words)
  return (
    <Empty
      drawing="shut"
      title={say('fellTitle')}
      action={
        <Button tone="primary" icon="refresh" onPress={onReopen}>
          {say('reopen')}
        </Button>
      }
    >
      {say('fellText')}
    </Empty>
  )
}
