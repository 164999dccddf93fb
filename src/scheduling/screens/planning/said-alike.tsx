import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { TroubleSaid } from '../../contract/names.ts'
import { alikeOf, type Alike } from './alike.ts'
import { alikeWords } from './alike-words.ts'

const SHOWN = 3 // names
const MOST = 60 // sentences of one kind

/** What is said against a plan: what is alike in one line, with how often and whose; opened, each by itself. */
export function SaidAlike({ troubles }: { troubles: readonly TroubleSaid[] }) {
  const spoken = useLanguage()
  return (
    <ul className="scheduling-alike">
      {alikeOf(troubles).map((alike) => (
        <li key={`${alike.code} ${alike.hard}`} data-hard={alike.hard || undefined}>
          {alike.items.length === 1 ? alike.items[0]?.[spoken] : <Many alike={alike} />}
        </li>
      ))}
    </ul>
  )
}

function Many({ alike: { code, items, names } }: { alike: Alike }) {
  const say = useWords(alikeWords)
  const spoken = useLanguage()
  const [first, others] = [names.slice(0, SHOWN), names.length - SHOWN]
  const whose = first.map(({ name, count }) => (count > 1 ? say('often', { name, count }) : name)).join(', ')
  const all = others > 0 ? say('andOthers', { names: whose, count: others }) : whose
  return (
    <details>
      <summary>
        <strong>{say('kind', { code })}</strong> <span className="scheduling-quiet">{say('times', { count: items.length })}{all && ` · ${all}`}</span>
      </summary>
      <ul>
        {items.slice(0, MOST).map((item, at) => (
          <li key={at}>{item[spoken]}</li>
        ))}
        {items.length > MOST && <li>{say('more', { count: items.length - MOST })}</li>}
      </ul>
    </details>
  )
} // prettier-ignore
