import { Link } from '@tanstack/react-router'
import { Count } from '#ui/badge'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { countCases } from '../../contract.ts'
import { words } from './mention-words.ts'

/** The two lists that are one's own: the cases one answers for, and the notes one is named in. Two addresses, so two links. */
export function MineTabs({ shown }: { shown: 'cases' | 'mentions' }) {
  const say = useWords(words)
  const unseen = useAsk(countCases, {}).data?.mentions ?? 0
  return (
    <nav className="cases-tabs" aria-label={say('tabs')}>
      <Link to="/" aria-current={shown === 'cases' ? 'page' : undefined}>
        {say('cases')}
      </Link>
      <Link to="/mentions" aria-current={shown === 'mentions' ? 'page' : undefined}>
        {say('mentions')} {unseen > 0 && <Count value={unseen} tone="promise" />}
      </Link>
    </nav>
  )
}
