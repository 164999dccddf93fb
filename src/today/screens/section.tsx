import { Link } from '@tanstack/react-router'
import { Badge, Count } from '#ui/badge'
import { Icon, type IconName } from '#ui/icon'
import { useWords } from '#ui/words'
import { MOST_COUNTED, type Section, type SectionName } from '../contract.ts'
import { searchOf, type Deeds } from './deeds.tsx'
import { DayLine } from './line.tsx'
import { words } from './words.ts'

const icons: Readonly<Record<SectionName, IconName>> = {
  promises: 'promise', deadlines: 'clock', hand_overs: 'handover', silent: 'offline', unhappy: 'warning', tasks: 'check', new: 'star', waiting: 'more', covered: 'people', told: 'bell',
} // prettier-ignore

export function DaySection({ section, deeds, mayAct }: { section: Section; deeds: Deeds; mayAct: boolean }) {
  const say = useWords(words)
  const { name, items, count, late, all } = section
  return (
    <section className="today-section" data-section={name} aria-labelledby={`today-${name}`}>
      <header>
        <Icon name={icons[name]} size={18} />
        <h2 id={`today-${name}`}>{say(name)}</h2>
        <Count value={count} />
        {late > 0 && late < count && (
          <Badge tone="danger">
            {late} {say('late')}
          </Badge>
        )}
        <small>{say(`hint_${name}`)}</small>
        {all && count > items.length && (
          <Link to={all.split('?')[0]!} search={searchOf(all) as never} className="today-all">
            {say(count >= MOST_COUNTED ? 'allMany' : 'all', { count })}
          </Link>
        )}
      </header>
      <ul className="today-sheet">
        {items.map((line) => (
          <DayLine
            key={line.key}
            line={line}
            deed={mayAct ? deeds.of(line) : null}
            onMove={mayAct && line.kind === 'promise' ? () => deeds.move(line) : undefined}
          />
        ))}
      </ul>
    </section>
  ) // a page of the desk reads its own address
}
