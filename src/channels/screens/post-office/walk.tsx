import type { z } from 'zod'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { hopShape, probeShape } from '../../contract.ts'
import { words } from './words.ts'

type Hop = z.infer<typeof hopShape>
type Name = Extract<keyof typeof words.fr, `hop_${string}`>

/** Each hop of a connection test, in the order it was walked, up to the one that failed. */
export function Walk({ probe }: { probe: z.infer<typeof probeShape> }) {
  const say = useWords(words)
  const stop = probe.hops.findIndex(({ ok }) => !ok)
  const walked = stop === -1 ? probe.hops : probe.hops.slice(0, stop + 1)
  const sum = Math.round(walked.reduce((total, { milliseconds }) => total + milliseconds, 0))
  return (
    <div role="status">
      <ol className="post-walk">
        {walked.map((hop) => (
          <Step key={hop.name} hop={hop} />
        ))}
      </ol>
      <p className="post-walk-end" data-ok={probe.ok || undefined}>
        {probe.ok ? say('walkGood', { milliseconds: sum }) : say('walkBad')}
      </p>
    </div>
  )
}

const isNamed = (name: string): name is Name => name in words.fr

function Step({ hop }: { hop: Hop }) {
  const say = useWords(words)
  const name = `hop_${hop.name}`
  return (
    <li className="post-hop" data-ok={hop.ok || undefined}>
      <span className="post-hop-mark">
        <Icon name={hop.ok ? 'check' : 'close'} size={16} />
      </span>
      <span className="post-hop-words">
        {isNamed(name) ? say(name) : hop.name}
        <small>{hop.sentence ? hop.sentence[useLanguage()] : say('hopMs', { ms: Math.round(hop.milliseconds) })}</small>
      </span>
    </li>
  )
}
