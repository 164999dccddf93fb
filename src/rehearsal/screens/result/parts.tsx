import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { amount } from '../amounts.ts'
import { queueName } from '../channel-name.ts'
import { knownOf, type ComparedName } from '../figures.ts'
import type { Part } from './breakdown.tsx'
import { DifferenceCell } from './difference.tsx'
import { scaleOf, Whiskers, type Mark } from './whisker.tsx'
import { words } from './words.ts'

/** One figure of each queue or team, all on one scale. */
export function Parts({ label, parts, name }: { label: string; parts: readonly Part[]; name: ComparedName }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const { unit } = knownOf(name)
  const marksOf = (part: Part): Mark[] =>
    (['today', 'tomorrow'] as const).flatMap((tone) => {
      const figure = part[tone]?.[name]
      return figure?.mean == null ? [] : [{ tone, mean: figure.mean, low: figure.low, high: figure.high }]
    })
  const shown = parts.filter((part) => marksOf(part).length > 0)
  const scale = scaleOf(shown.flatMap(marksOf), unit)
  const compares = shown.some(({ tomorrow }) => tomorrow !== null)
  const cell = (value: number | null | undefined) => (value == null ? '–' : amount(value, unit, spoken))
  return (
    <table className="rehearsal-table" data-compares={compares ? 'parts' : undefined}>
      <caption className="unseen">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <th scope="col" data-key="today">
            {say('today')}
          </th>
          {compares && (
            <th scope="col" data-key="tomorrow">
              {say('tomorrow')}
            </th>
          )}
          <th aria-hidden="true" />
          {compares && <th scope="col">{say('difference')}</th>}
        </tr>
      </thead>
      <tbody>
        {shown.map((part) => (
          <tr key={part.name}>
            <th scope="row">{queueName(part.name, spoken)}</th>
            <td data-label={say('today')}>{cell(part.today[name]?.mean)}</td>
            {compares && <td data-label={say('tomorrow')}>{cell(part.tomorrow?.[name]?.mean)}</td>}
            <td className="rehearsal-drawn">
              <Whiskers marks={marksOf(part)} scale={scale} />
            </td>
            {compares && <DifferenceCell name={name} difference={part.difference?.[name]} today={part.today[name]} />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
