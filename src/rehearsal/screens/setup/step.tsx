import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '#ui/button'
import { useWords } from '#ui/words'
import { words } from './words.ts'

type Stepping = {
  number: number
  title: string
  summary: string
  isOpen: boolean
  isReached: boolean
  isUnready?: boolean
  onOpen: () => void
  onNext?: () => void
  children: ReactNode
}

/** One question. Open it asks, answered it is a sentence that can be changed. */
export function Step({ number, title, summary, isOpen, isReached, isUnready = false, onOpen, onNext, children }: Stepping) {
  const say = useWords(words)
  const heading = useFocusOn(isOpen && number > 1)
  return (
    <section className="rehearsal-step" data-open={isOpen || undefined} data-reached={isReached || undefined} aria-label={title}>
      <header>
        <span className="rehearsal-step-number" aria-hidden="true">
          {number}
        </span>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            <span className="unseen">{say('step', { number })} – </span>
            {title}
          </h2>
          {!isOpen && isReached && <p>{summary}</p>}
        </div>
        {!isOpen && isReached && (
          <Button size="small" tone="quiet" aria-label={`${say('change')} – ${title}`} onPress={onOpen}>
            {say('change')}
          </Button>
        )}
      </header>
      {isOpen && (
        <div className="rehearsal-step-body">
          {children}
          {onNext && (
            <div className="ui-button-row">
              <Button tone="primary" isDisabled={isUnready} onPress={onNext}>
                {say('next')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  )
}

// Whoever walks by keyboard is taken along to the question that has opened.
function useFocusOn(isWanted: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isWanted) heading.current?.focus()
  }, [isWanted])
  return heading
}
