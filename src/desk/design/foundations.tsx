import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Icon, iconNames } from '#ui/icon'
import { Panel } from '#ui/layout'
import { Mark } from '#ui/mark'
import { Avatar, Faces, OwnerPair, Person } from '#ui/person'
import { useWords } from '#ui/words'
import { camille, cases, crowd, elise, nadia } from './samples.ts'
import { words } from './words.ts'

const pairs = [
  ['paper', 'ink'],
  ['surface', 'ink-soft'],
  ['sunken', 'ink-faint'],
  ['accent', 'on-accent'],
  ['accent-soft', 'accent-ink'],
  ['promise', 'on-promise'],
  ['promise-soft', 'promise-ink'],
  ['danger-soft', 'danger-ink'],
  ['good-soft', 'good-ink'],
  ['info-soft', 'info-ink'],
] as const

export function Foundations() {
  const say = useWords(words)
  return (
    <>
      <div className="design-both">
        <Specimen theme="light" />
        <Specimen theme="dark" />
      </div>
      <Panel title={say('colours')}>
        <ul className="design-colours">
          {pairs.map(([back, front]) => (
            <li key={back} className="design-colour" data-pair={back}>
              <strong>{back}</strong>
              <span>{front}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={say('type')}>
        <div className="design-type">
          <p className="design-display">{say('display')}</p>
          <p className="design-title">{say('heading')}</p>
          <p>{say('sentence')}</p>
          <p className="design-small">{say('figures')}</p>
        </div>
      </Panel>
      <Panel title={say('people')}>
        <div className="design-row">
          <OwnerPair owner={elise} deputy={camille} />
          <OwnerPair owner={camille} deputy={null} />
          <Person person={nadia} detail="nadia.benali@example.org" size={56} />
          <OwnerPair compact owner={elise} deputy={camille} />
          <Faces people={crowd} label={`${crowd.map(({ name }) => name).join(', ')} ${say('looking')}`} />
        </div>
      </Panel>
      <Panel title={say('icons')}>
        <ul className="design-icons">
          {iconNames.map((name) => (
            <li key={name} title={name}>
              <Icon name={name} />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

/** The same small scene in the theme asked for, whatever the page wears. */
function Specimen({ theme }: { theme: 'light' | 'dark' }) {
  const say = useWords(words)
  return (
    <section className={`design-specimen theme-${theme}`} aria-label={say(theme)}>
      <header>
        <Mark size={40} />
        <strong>{say(theme)}</strong>
      </header>
      <ul>
        {cases.slice(0, 3).map((each) => (
          <li key={each.number}>
            <Avatar person={each.owner} size={36} />
            <span>
              <strong>{each.subject}</strong>
              <small>
                {each.number} · {each.customer}
              </small>
            </span>
            <Badge tone={each.state === 'waitsForMe' ? 'promise' : each.state === 'isNew' ? 'accent' : 'neutral'}>
              {say(each.state)}
            </Badge>
          </li>
        ))}
      </ul>
      <footer>
        <Button tone="quiet">{say('take')}</Button>
        <Button tone="primary" icon="reply">
          {say('reply')}
        </Button>
      </footer>
    </section>
  )
}
