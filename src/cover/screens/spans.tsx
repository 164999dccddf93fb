import { Badge } from '#ui/badge'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { Span } from '../contract.ts'
import { words } from './words.ts'

type Shown = {
  spans: readonly Span[]
  usual?: readonly Span[] // what covers everything else: told softly, and without why
  why?: boolean
}

/** Who stands in, on one line; where it changes, one press tells until when. Nobody is said in red. */
export function Spans({ spans, usual, why = usual !== undefined }: Shown) {
  const isUsual = usual !== undefined && same(spans, usual)
  const [first] = spans
  if (!first) return null
  if (spans.length === 1) return <span className="cover-by" data-usual={isUsual || undefined}><By span={first} why={why && !isUsual} /></span>
  return (
    <details className="cover-by" data-usual={isUsual || undefined}>
      <summary>
        <Names spans={spans} />
      </summary>
      <ul className="cover-spans">
        {spans.map((span) => (
          <li key={span.from}>
            <By span={span} why />
            <small>
              <Time at={span.from} as="day" /> → <Time at={span.until} as="day" />
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
} // prettier-ignore

function Names({ spans }: { spans: readonly Span[] }) {
  const say = useWords(words)
  const names = [...new Set(spans.flatMap(({ person }) => person?.name ?? []))]
  return (
    <>
      {spans.some(({ person }) => person === null) && <Badge tone="danger" icon="warning">{say('nobodyPart')}</Badge>}
      {names.join(', ')}
    </>
  )
} // prettier-ignore

function By({ span: { person, because }, why }: { span: Span; why: boolean }) {
  const say = useWords(words)
  if (!person) return <Badge tone="danger" icon="warning">{say('nobody')}</Badge>
  return (
    <>
      <span className="cover-name">{person.name}</span>
      {why && because && <small>{say(`because_${because}`)}</small>}
    </>
  )
} // prettier-ignore

const same = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((span, place) => span.person?.id === b[place]?.person?.id && span.from === b[place]?.from)
