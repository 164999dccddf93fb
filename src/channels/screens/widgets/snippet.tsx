import { Button, ButtonLink } from '#ui/button'
import { Notice } from '#ui/layout'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { Widget } from '../../contract.ts'
import { words } from './words.ts'

export function useCopy(): (text: string) => void {
  const say = useWords(words)
  return (text) =>
    void navigator.clipboard.writeText(text).then(
      () => toast({ text: say('copied'), tone: 'good' }),
      () => toast({ text: say('notCopied'), tone: 'danger' }),
    )
}

/** The line for the site, and our own page to see it first. */
export function Snippet({ widget: { snippet, name, key, origins, paused_at } }: { widget: Widget }) {
  const say = useWords(words)
  const copy = useCopy()
  return (
    <div className="widgets-snippet">
      <p id={`snippet-${key}`}>{say('snippet')}</p>
      <div className="widgets-code">
        <code tabIndex={0} role="textbox" aria-readonly="true" aria-labelledby={`snippet-${key}`}>
          {snippet}
        </code>
        <Button size="small" icon="copy" onPress={() => copy(snippet)}>
          {say('copy')}
        </Button>
        {!paused_at && (
          <ButtonLink size="small" icon="eye" href={`/widget/try/${key}`} target="_blank" rel="noreferrer" aria-label={say('tryItOf', { name })}>
            {say('tryIt')}
          </ButtonLink>
        )}
      </div>
      {origins.length === 0 && <Notice tone="promise">{say('noSites')}</Notice>}
    </div>
  ) // prettier-ignore
}
