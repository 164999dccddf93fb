import { useNavigate, useSearch } from '@tanstack/react-router'
import { WorkforceStrip } from '#forecasting/screens'
import { ButtonLink } from '#ui/button'
import { Page } from '#ui/layout'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { Activities } from './activities.tsx'
import { Contracts } from './contracts.tsx'
import { LawShown } from './law.tsx'
import { Patterns } from './patterns.tsx'
import { Rules } from './rules.tsx'
import { words } from './words.ts'
import '../planning/kinds.css'
import '../paper.css'
import './settings.css'

const tabs = ['contracts', 'patterns', 'rules', 'law', 'activities'] as const
const content = {
  contracts: <Contracts />,
  patterns: <Patterns />,
  rules: <Rules />,
  law: <LawShown />,
  activities: <Activities />,
}

/** What every plan respects. */
export function PlanSettingsPage() {
  const say = useWords(words)
  const go = useNavigate()
  const { tab } = useSearch({ strict: false })
  const chosen = tabs.find((each) => each === tab) ?? 'contracts'
  return (
    <>
      <WorkforceStrip />
      <Page
        title={say('title')}
        lead={say('lead')}
        actions={
          <ButtonLink href="/desk/planning" tone="quiet" icon="left">
            {say('back')}
          </ButtonLink>
        }
      >
        <Tabs
          label={say('title')}
          pages={tabs.map((id) => ({ id, label: say(id), content: content[id] }))}
          chosen={chosen}
          onChoose={(id) => void go({ to: '.', search: { tab: id } as never, replace: true })} // read above
        />
      </Page>
    </>
  )
}
