import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { Count } from './badge.tsx'
import './tabs.css'

export type Page = { id: string; label: string; count?: number; content: ReactNode }

export function Tabs({
  label,
  pages,
  chosen,
  onChoose,
}: {
  label: string
  pages: readonly Page[]
  chosen?: string
  onChoose?: (id: string) => void
}) {
  const state = chosen === undefined ? {} : { selectedKey: chosen }
  return (
    <AriaTabs {...state} {...(onChoose ? { onSelectionChange: (key) => onChoose(String(key)) } : {})} className="ui-tabs">
      <TabList aria-label={label} className="ui-tab-list">
        {pages.map((page) => (
          <Tab key={page.id} id={page.id} className="ui-tab">
            {page.label}
            {page.count !== undefined && <Count value={page.count} />}
          </Tab>
        ))}
      </TabList>
      {pages.map((page) => (
        <TabPanel key={page.id} id={page.id} className="ui-tab-panel">
          {page.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
