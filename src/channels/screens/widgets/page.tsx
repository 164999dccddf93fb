import { useState } from 'react'
import { useMe } from '#access/screens'
import { listBrands } from '#brands/contract'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { freshOn } from '#ui/live'
import { Skeleton } from '#ui/loading'
import { useAsk, useAskPages } from '#ui/query'
import { useWords } from '#ui/words'
import { listIdentityKeys, listWidgets, type Widget } from '../../contract.ts'
import { AddWidget, type Brands } from './add-widget.tsx'
import { EditWidget } from './edit-widget.tsx'
import { Identity } from './identity.tsx'
import { Snippet } from './snippet.tsx'
import { words } from './words.ts'
import './widgets.css'

freshOn(['widget.changed'], [listWidgets, listIdentityKeys])
freshOn(['brands.brand_changed', 'brands.entry_point_changed'], [listWidgets])

type Opened = { adding: true } | { of: string; shows: 'settings' | 'identity' } | null

export function WidgetsPage() {
  const say = useWords(words)
  const { may } = useMe()
  const manages = may('channel.manage')
  const [open, setOpen] = useState<Opened>(null)
  const brands = useAsk(listBrands, { limit: 200 }, { enabled: manages && may('brand.read') })
  const widgets = useAskPages(listWidgets, {})
  const add = manages && (
    <Button tone="primary" icon="plus" isDisabled={!brands.data} onPress={() => setOpen({ adding: true })}>
      {say('add')}
    </Button>
  )
  return (
    <Page title={say('title')} lead={say('lead')} actions={widgets.items.length > 0 && add}>
      {widgets.error && <Failure error={widgets.error} onRetry={() => void widgets.refetch()} />}
      {widgets.isPending && <Skeleton kind="rows" />}
      {widgets.isSuccess && widgets.items.length === 0 && (
        <Panel>
          <Empty drawing="letter" title={say('none')} action={add}>
            {say(manages ? 'noneText' : 'noneMayNot')}
          </Empty>
        </Panel>
      )}
      {widgets.items.length > 0 && (
        <ul className="widgets-list">
          {widgets.items.map((widget) => <OneWidget key={widget.id} widget={widget} manages={manages} onOpen={setOpen} />)}
        </ul>
      )}
      {widgets.hasMore && (
        <Button busy={widgets.isFetchingNextPage} onPress={widgets.more}>
          {say('more')}
        </Button>
      )}
      {open && <OpenDrawer open={open} widgets={widgets.items} brands={brands.data?.items ?? []} manages={manages} onClose={() => setOpen(null)} />}
    </Page>
  ) // prettier-ignore
}

type Drawn = { open: NonNullable<Opened>; widgets: readonly Widget[]; brands: Brands; manages: boolean; onClose: () => void }

function OpenDrawer({ open, widgets, brands, manages, onClose }: Drawn) {
  if ('adding' in open) return <AddWidget brands={brands} onClose={onClose} />
  const widget = widgets.find(({ id }) => id === open.of)
  if (!widget) return null // withdrawn meanwhile
  return open.shows === 'settings' ? (
    <EditWidget widget={widget} onClose={onClose} />
  ) : (
    <Identity widget={widget} manages={manages} onClose={onClose} />
  )
}

function OneWidget({ widget, manages, onOpen }: { widget: Widget; manages: boolean; onOpen: (open: Opened) => void }) {
  const say = useWords(words)
  return (
    <li className="widgets-one">
      <header>
        <span className="widgets-seal" style={{ backgroundColor: widget.brand.colour }} aria-hidden="true" />
        <div>
          <h2>{widget.name}</h2>
          <small>{say('ofBrand', { brand: widget.brand.name })}</small>
        </div>
        <State of={widget} />
        <span className="ui-button-row">
          <Button size="small" icon="shield" onPress={() => onOpen({ of: widget.id, shows: 'identity' })}>
            {say('identity')}
          </Button>
          {manages && (
            <Button size="small" icon="settings" onPress={() => onOpen({ of: widget.id, shows: 'settings' })}>
              {say('settings')}
            </Button>
          )}
        </span>
      </header>
      <dl>
        <div>
          <dt>{say('sites')}</dt>
          <dd>{widget.origins.length === 0 ? say('nowhere') : widget.origins.join(' · ')}</dd>
        </div>
        <div>
          <dt>{say('identity')}</dt>
          <dd>{say('keysLive', { count: widget.live_keys })}</dd>
        </div>
      </dl>
      <Snippet widget={widget} />
    </li>
  )
}

function State({ of: { paused_at, origins } }: { of: Widget }) {
  const say = useWords(words)
  if (paused_at) return <Badge tone="promise">{say('paused')}</Badge>
  return origins.length === 0 ? <Badge>{say('nowhere')}</Badge> : <Badge tone="good">{say('live')}</Badge>
}
