import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMe } from '#access/screens'
import { Page } from '#ui/layout'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { ChasePlanForm } from './chase-plan.tsx'
import { Parties } from './parties.tsx'
import { Topics } from './topics.tsx'
import { words } from './words.ts'
import './directory.css'

/** Who knows what, who is outside the house, and how what is late is chased. */
export function DirectoryPage() {
  const say = useWords(words)
  const { may } = useMe()
  const navigate = useNavigate()
  const { tab = 'topics' } = useSearch({ strict: false }) as { tab?: string } // the route reads it
  const pages = [
    { id: 'topics', label: say('tabTopics'), content: <Topics /> },
    { id: 'parties', label: say('tabParties'), content: <Parties /> },
    ...(may('task.manage') ? [{ id: 'chase', label: say('tabChase'), content: <ChasePlanForm /> }] : []),
  ]
  const choose = (id: string) => void navigate({ to: '/directory', search: { tab: id } as never, replace: true }) // the route reads it
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Tabs label={say('title')} pages={pages} chosen={pages.some(({ id }) => id === tab) ? tab : 'topics'} onChoose={choose} />
    </Page>
  )
}
