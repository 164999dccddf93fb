import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { TroubleSaid } from '../../contract/names.ts'
import { words } from './words.ts'

/** Why I cannot, in one line: one reason is enough. */
export function WhyNot({ troubles }: { troubles: readonly TroubleSaid[] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const found = troubles.find(({ hard }) => hard)
  return found ? <p className="scheduling-quiet">{say('whyNot', { why: found[spoken] })}</p> : null
}

/** What I should know before I say yes. */
export function Mind({ troubles }: { troubles: readonly TroubleSaid[] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const found = troubles.find(({ hard }) => !hard)
  return found ? <p className="scheduling-quiet">{say('mind', { what: found[spoken] })}</p> : null
}
