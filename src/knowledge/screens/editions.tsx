import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { HtmlFrame } from '#ui/html-frame'
import { Panel } from '#ui/layout'
import { useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listEditions, type Article, type Edition } from '../contract.ts'
import { words } from './words.ts'

type Showing = { article: Article; onTake: ((html: string) => void) | null }

/** What was published, when and by whom; any of it can be read and taken up again. */
export function Editions({ article, onTake }: Showing) {
  const say = useWords(words)
  const [read, setRead] = useState<Edition | null>(null)
  const editions = useAsk(listEditions, { id: article.id, limit: 30 }).data?.items ?? []
  return (
    <Panel title={say('editions')}>
      {editions.length === 0 && <p className="knowledge-quiet">{say('noEditions')}</p>}
      <ul className="knowledge-editions">
        {editions.map((edition) => (
          <li key={edition.number}>
            <span>
              {say('edition', { number: edition.number })}
              <small>
                <Time at={edition.published_at} />
                {edition.publisher && <> {say('by', { name: edition.publisher.name })}</>}
              </small>
            </span>
            <Button
              size="small"
              tone="quiet"
              aria-description={say('edition', { number: edition.number })}
              onPress={() => setRead(edition)}
            >
              {say('readEdition')}
            </Button>
          </li>
        ))}
      </ul>
      {read && (
        <Dialog
          open
          onClose={() => setRead(null)}
          title={`${say('edition', { number: read.number })} · ${read.title}`}
          size="wide"
          foot={
            <>
              {onTake && (
                <Button
                  icon="undo"
                  onPress={() => {
                    onTake(read.html)
                    setRead(null)
                  }}
                >
                  {say('takeBack')}
                </Button>
              )}
              <Button tone="primary" onPress={() => setRead(null)}>
                {say('close')}
              </Button>
            </>
          }
        >
          <HtmlFrame html={read.html} title={read.title} />
        </Dialog>
      )}
    </Panel>
  )
}
