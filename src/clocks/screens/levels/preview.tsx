import { useEffect, useState } from 'react'
import { useLanguage } from '#ui/language'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { postPolicyPreview, type PolicyDefinition } from '../../contract.ts'
import { words } from './words.ts'

const SETTLED_MILLISECONDS = 300

/** What the level says, in the very sentences everybody will read. */
export function Preview({ definition }: { definition: PolicyDefinition | null }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const settled = useSettled(definition)
  const { data } = useAsk(postPolicyPreview, settled ?? NOTHING, {
    enabled: settled !== null,
    keepPrevious: true,
    staleSeconds: 60,
  })
  return (
    <section className="clocks-preview" aria-live="polite" aria-label={say('preview')}>
      <strong>{say('preview')}</strong>
      <ul className="clocks-sentences">
        {data?.sentences.map((sentence) => (
          <li key={sentence.en}>{sentence[spoken]}</li>
        ))}
      </ul>
    </section>
  )
}

const NOTHING = {} as PolicyDefinition // never asked: nothing is settled yet

function useSettled(definition: PolicyDefinition | null): PolicyDefinition | null {
  const written = JSON.stringify(definition)
  const [settled, setSettled] = useState(written)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), SETTLED_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [written])
  return JSON.parse(settled) as PolicyDefinition | null // written on the line above
}
