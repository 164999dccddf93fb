import { Link } from '@tanstack/react-router'
import { Count } from '#ui/badge'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { countCases } from '../../contract.ts'
import { words } from './mention-words.ts'

/** The lists that are one's own: the cases one answers for, those one stands in for or works on, the notes one is named in. Links, as each has its address. */
export function MineTabs({ shown }: { shown: 'cases' | 'mentions' }) {
  const say = useWords(words)
  const { mentions: unseen = 0, covered = 0, handling = 0 } = useAsk(countCases, {}).data ?? {}
  return (
    <nav className="cases-tabs" aria-label={say('tabs')}>
      <Link to="/" aria-current={shown === 'cases' ? 'page' : undefined}>
        {say('cases')}
      </Link>
      <Link to="/mentions" aria-current={shown === 'mentions' ? 'page' : undefined}>
        {say('mentions')} {unseen > 0 && <Count value={unseen} tone="promise" />}
      </Link>
      {covered > 0 && (
        <Link to="/cases" search={{ owner: 'covered' } as never /* the page reads its address with readFilter */}>
          {say('covered')} <Count value={covered} tone="accent" />
        </Link>
      )}
      {handling > 0 && (
        <Link to="/cases" search={{ handler: 'me' } as never /* likewise */}>
          {say('handling')} <Count value={handling} />
        </Link>
      )}
    </nav>
  )
}
