import { useState } from 'react'
import { useMe } from '#access/screens'
import { useAllPeople } from '#staff/screens'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Failure } from '#ui/failure'
import { Icon, type IconName } from '#ui/icon'
import { Page } from '#ui/layout'
import { freshOn } from '#ui/live'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listBrands, listDuty, listEntryPoints } from '../contract.ts'
import { EditBrand, type BrandCard } from './edit-brand.tsx'
import { EditDoor, type DoorCard } from './edit-door.tsx'
import { Rota } from './rota.tsx'
import { words } from './words.ts'
import './brands.css'

freshOn(['brands.brand_changed'], [listBrands])
freshOn(['brands.entry_point_opened', 'brands.entry_point_changed', 'brands.entry_point_closed'], [listEntryPoints])
freshOn(['brands.duty_changed'], [listDuty])

type Opened = { brand: BrandCard | null } | { door: DoorCard | null; of: string } | { rota: DoorCard } | null

export function BrandsPage() {
  const say = useWords(words)
  const { may } = useMe()
  const [open, setOpen] = useState<Opened>(null)
  const [brands, doors] = [useAsk(listBrands, { limit: 200 }), useAsk(listEntryPoints, { limit: 200 })]
  const manages = may('brand.manage')
  const add = manages && (
    <Button icon="plus" onPress={() => setOpen({ brand: null })}>
      {say('newBrand')}
    </Button>
  )
  const close = () => setOpen(null)
  return (
    <Page title={say('title')} lead={say('lead')} actions={add}>
      {brands.error && <Failure error={brands.error} onRetry={() => void brands.refetch()} />}
      {brands.isPending && <Skeleton kind="rows" />}
      {brands.data?.items.map((brand) => (
        <OneBrand key={brand.id} brand={brand} doors={doors.data?.items.filter(({ brand_id }) => brand_id === brand.id) ?? []} manages={manages} onOpen={setOpen} />
      ))}
      {open && 'brand' in open && <EditBrand brand={open.brand} onClose={close} />}
      {open && 'of' in open && <EditDoor door={open.door} brand={open.of} onClose={close} />}
      {open && 'rota' in open && <Rota door={open.rota} onClose={close} />}
    </Page>
  ) // prettier-ignore
}

type Shown = { brand: BrandCard; doors: readonly DoorCard[]; manages: boolean; onOpen: (open: Opened) => void }

function OneBrand({ brand, doors, manages, onOpen }: Shown) {
  const say = useWords(words)
  return (
    <section className="brands-brand" aria-label={brand.name}>
      <header>
        <span className="brands-seal" style={{ backgroundColor: brand.colour }} aria-hidden="true">
          {brand.name.slice(0, 1).toUpperCase()}
        </span>
        <h2>{brand.name}</h2>
        <Badge>{brand.language === 'fr' ? 'Français' : 'English'}</Badge>
        {manages && (
          <span className="ui-button-row">
            <Button size="small" icon="edit" onPress={() => onOpen({ brand })}>
              {say('editBrand')}
            </Button>
            <Button size="small" icon="plus" onPress={() => onOpen({ door: null, of: brand.id })}>
              {say('newDoor')}
            </Button>
          </span>
        )}
      </header>
      {doors.length === 0 && <p className="brands-none">{say('noDoors')}</p>}
      <ul>
        {doors.map((door) => (
          <Door key={door.id} door={door} manages={manages} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  )
}

const icons: Partial<Record<DoorCard['kind'], IconName>> = {
  email: 'mail',
  chat: 'chat',
  form: 'form',
  phone: 'phone',
  letter: 'letter',
}

function Door({ door, manages, onOpen }: { door: DoorCard; manages: boolean; onOpen: (open: Opened) => void }) {
  const say = useWords(words)
  const duty = useAllPeople().find(({ id }) => id === door.duty_person_id)
  return (
    <li className="brands-door">
      <Icon name={icons[door.kind] ?? 'door'} />
      <div>
        <strong>{door.name}</strong>
        <small>
          {say(`kind_${door.kind}`)}
          {door.kind === 'email' ? ` · ${door.address ?? say('anyAddress')}` : door.address && ` · ${door.address}`}
          {door.accepts_any && door.address && ` · ${say('acceptsAny')}`}
          {duty && ` · ${duty.name}`}
        </small>
      </div>
      <span className="ui-button-row">
        <Button size="small" icon="clock" onPress={() => onOpen({ rota: door })}>
          {say('rota')}
        </Button>
        {manages && (
          <Button size="small" icon="edit" onPress={() => onOpen({ door, of: door.brand_id })}>
            {say('editBrand')}
          </Button>
        )}
      </span>
    </li>
  )
}
