import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { getSession } from '#access/contract'
import { listBrands } from '#brands/contract'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button } from '#ui/button'
import { Radios, Segments } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { SearchField, TextField } from '#ui/field'
import { useCommands } from '#ui/keys'
import { language as spokenNow } from '#ui/language'
import { Page, Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useAskPages, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import {
  LONGEST_TITLE,
  listArticles,
  postArticle,
  type ArticleState,
  type Audience,
  type Language,
  type ListedArticle,
} from '../contract.ts'
import { words } from './words.ts'
import './knowledge.css'

const tones: Readonly<Record<ArticleState, BadgeTone>> = { draft: 'neutral', published: 'good', withdrawn: 'danger' }

/** Everything that is written, what is out and what is not yet. */
export function ArticlesPage() {
  const say = useWords(words)
  const [state, setState] = useState<ArticleState | 'all'>('all')
  const [typed, setTyped] = useState('')
  const [writing, setWriting] = useState(false)
  const may = useAsk(getSession, {}).data?.permissions.includes('article.manage') ?? false
  const q = typed.trim()
  const found = useAskPages(listArticles, { state, limit: 50, ...(q ? { q } : {}) })
  useCommands(
    may
      ? [
          {
            id: 'knowledge.write',
            label: say('write'),
            group: say('group'),
            keys: 'c',
            icon: 'plus',
            run: () => setWriting(true),
          },
        ]
      : [],
  )
  const write = may && (
    <Button tone="primary" icon="plus" keys="C" onPress={() => setWriting(true)}>
      {say('write')}
    </Button>
  )
  return (
    <Page title={say('title')} lead={say('lead')} actions={write}>
      <div className="knowledge-tools">
        <SearchField label={say('search')} value={typed} onChange={setTyped} />
        <Segments
          label={say('state')}
          value={state}
          onChange={setState}
          options={[
            { id: 'all', label: say('all') },
            { id: 'published', label: say('publisheds') },
            { id: 'draft', label: say('drafts') },
            { id: 'withdrawn', label: say('withdrawns') },
          ]}
        />
      </div>
      {found.isError && !found.data ? (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Panel flush>
          <Skeleton lines={6} kind="rows" />
        </Panel>
      ) : found.items.length === 0 ? (
        <Nothing narrowed={q !== '' || state !== 'all'} />
      ) : (
        <ul className="knowledge-list">
          {found.items.map((article) => (
            <Line key={article.id} article={article} />
          ))}
        </ul>
      )}
      {found.hasMore && (
        <Button tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
      {writing && <NewArticle onClose={() => setWriting(false)} />}
    </Page>
  )
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const say = useWords(words)
  return (
    <Empty drawing={narrowed ? 'search' : 'letter'} title={say(narrowed ? 'noneTitle' : 'emptyTitle')}>
      {say(narrowed ? 'noneText' : 'emptyText')}
    </Empty>
  )
}

function Line({ article }: { article: ListedArticle }) {
  const say = useWords(words)
  return (
    <li>
      <Link to={`/articles/${article.id}`} className="knowledge-line">
        <span className="knowledge-what">
          <strong lang={article.language}>{article.title}</strong>
          <small lang={article.language}>{article.excerpt}</small>
        </span>
        <span className="knowledge-marks">
          {article.changed && <Badge tone="promise">{say('changed')}</Badge>}
          {article.audience === 'staff' && <Badge icon="lock">{say('onlyStaff')}</Badge>}
          <Badge tone={tones[article.state]}>{say(article.state)}</Badge>
        </span>
        <span className="knowledge-facts">
          <span>{article.brand?.name ?? say('everyBrand')}</span>
          <span>
            {say(article.language)} · <Time at={article.edited_at} />
          </span>
        </span>
      </Link>
    </li>
  )
}

function NewArticle({ onClose }: { onClose: () => void }) {
  const say = useWords(words)
  const go = useNavigate()
  const [title, setTitle] = useState('')
  const [language, setLanguage] = useState<Language>(spokenNow())
  const [brand, setBrand] = useState('')
  const [audience, setAudience] = useState<Audience>('everybody')
  const brands = useAsk(listBrands, { limit: 200 }, { staleSeconds: 300 }).data?.items ?? []
  const make = useSend(postArticle, { refetch: [listArticles], onDone: ({ id }) => void go({ to: `/articles/${id}` }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim()) make.mutate({ title: title.trim(), html: '', language, brand_id: brand || null, audience })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('newTitle')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button type="submit" form="knowledge-new" tone="primary" isDisabled={!title.trim()} busy={make.isPending}>
            {say('begin')}
          </Button>
        </>
      }
    >
      <form id="knowledge-new" onSubmit={submit}>
        <Stack>
          <TextField
            label={say('articleTitle')}
            placeholder={say('titleExample')}
            value={title}
            onChange={setTitle}
            maxLength={LONGEST_TITLE}
            isRequired
            autoFocus
          />
          <Segments
            label={say('language')}
            value={language}
            onChange={setLanguage}
            options={[
              { id: 'fr', label: say('fr') },
              { id: 'en', label: say('en') },
            ]}
          />
          <Select
            label={say('brand')}
            value={brand}
            onChange={setBrand}
            options={[{ id: '', label: say('everyBrand') }, ...brands.map(({ id, name }) => ({ id: String(id), label: name }))]}
          />
          <AudienceChoice value={audience} onChange={setAudience} />
        </Stack>
      </form>
    </Dialog>
  )
}

export function AudienceChoice({ value, onChange }: { value: Audience; onChange: (audience: Audience) => void }) {
  const say = useWords(words)
  return (
    <Radios
      label={say('audience')}
      value={value}
      onChange={onChange}
      options={[
        { id: 'everybody', label: say('everybody'), detail: say('everybodyDetail') },
        { id: 'staff', label: say('staff'), detail: say('staffDetail') },
      ]}
    />
  )
}
