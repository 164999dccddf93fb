import { listBrands } from '#brands/contract'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { endingOf, type Case } from '../../contract.ts'
import { useMe } from '../me.ts'
import { nameIn, usePeople } from '../people.ts'
import { words } from './composer-words.ts'

/** What will stand below the answer by itself: whoever writes sees it, and does not sign a second time. */
export function Ending({ found, text }: { found: Case; text: string }) {
  const say = useWords(words)
  const me = useMe()
  const people = usePeople()
  const mayRead = me?.may.has('brand.read') ?? false
  const { data } = useAsk(listBrands, { limit: 200 }, { staleSeconds: 300, enabled: mayRead })
  const signature = data?.items.find(({ id }) => id === found.brand.id)?.signature
  if (!me || signature === undefined) return null
  const lines = endingOf({ text, name: nameIn(people, me.id), signature })
  if (lines.length === 0) return null
  return (
    <aside className="cases-ending" aria-label={say('ending')}>
      {lines.map((line, place) => (
        <span key={place}>{line}</span>
      ))}
    </aside>
  )
}
