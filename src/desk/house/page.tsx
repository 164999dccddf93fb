import { Link } from '@tanstack/react-router'
import { Empty } from '#ui/empty'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Page } from '#ui/layout'
import { useWords } from '#ui/words'
import { useListed } from '../listed.ts'
import type { Screen } from '../rooms.tsx'
import { onShelves, type Filled } from './on-shelves.ts'
import { words } from './words.ts'
import './house.css'

/** All that is set once and looked at now and then, for whoever may: one door in the rail instead of twenty. */
export function HousePage() {
  const say = useWords(words)
  const filled = onShelves(useListed('house'))
  return (
    <Page title={say('title')} lead={say('lead')}>
      {filled.length === 0 && (
        <Empty drawing="shut" title={say('noneTitle')}>
          {say('noneText')}
        </Empty>
      )}
      <div className="desk-house">
        {filled.map((shelf) => (
          <ShelfOf key={shelf.title.en} shelf={shelf} />
        ))}
      </div>
    </Page>
  )
}

function ShelfOf({ shelf }: { shelf: Filled }) {
  const spoken = useLanguage()
  return (
    <section className="desk-shelf" aria-label={shelf.title[spoken]}>
      <h2>{shelf.title[spoken]}</h2>
      <ul>
        {shelf.pages.map(({ screen, about }) => (
          <li key={screen.path}>
            <Card screen={screen} about={about?.[spoken]} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Card({ screen, about }: { screen: Screen; about: string | undefined }) {
  return (
    <Link to={screen.path} className="desk-shelf-card">
      <Icon name={screen.icon} />
      <span>
        <strong>{screen.label[useLanguage()]}</strong>
        {about && <small>{about}</small>}
      </span>
    </Link>
  )
}
