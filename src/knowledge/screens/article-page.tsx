import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { listBrands } from '#brands/contract'
import { Refused } from '#ui/api'
import { Badge } from '#ui/badge'
import { Button, ButtonLink } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Editor } from '#ui/editor'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { HtmlFrame } from '#ui/html-frame'
import { useCommands } from '#ui/keys'
import { Page, Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  deletePublished, getArticle, LONGEST_TITLE, listArticles, listEditions, patchArticle, postArticle, putPublished, type Article, type ArticleId,
} from '../contract.ts' // prettier-ignore
import { Editions } from './editions.tsx'
import { AudienceChoice } from './list-page.tsx'
import { words } from './words.ts'
import './knowledge.css'

const touched = [getArticle, listArticles, listEditions]

/** One article: its draft in the middle, what is out and what it is for beside it. */
export function ArticlePage() {
  const say = useWords(words)
  const { id }: { id?: string } = useParams({ strict: false })
  const found = useAsk(getArticle, { id: id as ArticleId }) // from the address; the server knows whether it is one
  if (found.data) return <Opened key={found.data.id} article={found.data} />
  if (found.error instanceof Refused && [404, 422].includes(found.error.status))
    return (
      <Empty
        level={1}
        drawing="lost"
        title={say('notFoundTitle')}
        action={<ButtonLink href="/desk/articles">{say('back')}</ButtonLink>}
      >
        {say('notFoundText')}
      </Empty>
    )
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  return <Skeleton lines={8} />
}

function Opened({ article }: { article: Article }) {
  const say = useWords(words)
  const writing = useWriting(article)
  return (
    <Page
      title={article.title}
      lead={
        <>
          <Badge tone={article.state === 'published' ? 'good' : article.state === 'withdrawn' ? 'danger' : 'neutral'}>
            {say(article.state)}
          </Badge>{' '}
          {writing.dirty
            ? say('unsaved')
            : article.changed
              ? say('draftNewer')
              : article.state === 'published'
                ? say('upToDate')
                : ''}
        </>
      }
      actions={article.may_manage ? <Deeds article={article} writing={writing} /> : <See article={article} />}
    >
      <div className="knowledge-article">
        {article.may_manage ? (
          <Stack>
            <TextField
              label={say('articleTitle')}
              value={writing.title}
              onChange={writing.setTitle}
              maxLength={LONGEST_TITLE}
              isRequired
            />
            <div className="knowledge-editor" lang={article.language}>
              <Editor
                key={writing.round}
                label={say('text')}
                placeholder={say('textExample')}
                initial={writing.initial}
                onChange={({ html, empty }) => writing.setHtml(empty ? '' : html)}
                onSend={writing.save}
                headings
              />
            </div>
          </Stack>
        ) : (
          <Panel>
            <HtmlFrame html={article.published?.html ?? article.html} title={article.title} />
          </Panel>
        )}
        <aside className="knowledge-side" aria-label={say('settings')}>
          <Stack>
            <Translations article={article} />
            {article.may_manage && <Settings article={article} />}
            <Editions article={article} onTake={article.may_manage ? writing.takeUp : null} />
          </Stack>
        </aside>
      </div>
    </Page>
  )
}

type Writing = {
  title: string
  setTitle: (title: string) => void
  setHtml: (html: string) => void
  initial: string
  round: number
  dirty: boolean
  busy: boolean
  save: () => void
  publish: () => void
  takeUp: (html: string) => void
}

function useWriting(article: Article): Writing {
  const say = useWords(words)
  const [title, setTitle] = useState(article.title)
  const [html, setHtml] = useState<string | null>(null) // null: nobody has typed
  const [start, setStart] = useState({ round: 0, html: article.html })
  const dirty = title.trim() !== article.title || (html !== null && html !== article.html)
  const publishing = useSend(putPublished, {
    refetch: touched,
    onDone: ({ edition }) => toast({ tone: 'good', text: say('publishedNow', { number: edition ?? 0 }) }),
  })
  const saving = useSend(patchArticle, { refetch: touched, onDone: () => setHtml(null) })
  const save = (then: (saved: Article) => void) => {
    if (!title.trim()) return
    saving.mutate(
      { id: article.id, version: article.version, title: title.trim(), ...(html === null ? {} : { html }) },
      { onSuccess: then },
    )
  }
  return {
    title, setTitle, setHtml, initial: start.html, round: start.round, dirty, busy: saving.isPending || publishing.isPending,
    save: () => save(() => toast({ text: say('saved') })),
    publish: () => (dirty ? save(({ id, version }) => publishing.mutate({ id, version })) : publishing.mutate({ id: article.id, version: article.version })),
    takeUp: (taken) => {
      setStart(({ round }) => ({ round: round + 1, html: taken }))
      setHtml(taken)
    },
  } // prettier-ignore
}

function Deeds({ article, writing }: { article: Article; writing: Writing }) {
  const say = useWords(words)
  const withdraw = useSend(deletePublished, { refetch: touched, onDone: () => toast({ text: say('withdrawNow') }) })
  const isOut = article.state === 'published'
  const toPublish = writing.dirty || article.changed || !isOut
  useCommands([
    {
      id: 'knowledge.save',
      label: say('save'),
      group: say('group'),
      keys: 'Mod+s',
      icon: 'check',
      whileTyping: true,
      run: writing.save,
    },
  ])
  return (
    <>
      <See article={article} />
      {isOut && (
        <Confirm
          label={say('withdraw')}
          tone="quiet"
          question={say('withdrawSure')}
          yes={say('withdraw')}
          onYes={() => withdraw.mutate({ id: article.id, version: article.version })}
        />
      )}
      <Button isDisabled={!writing.dirty} busy={writing.busy} onPress={writing.save}>
        {say('save')}
      </Button>
      <Button tone="primary" icon="check" isDisabled={!toPublish} busy={writing.busy} onPress={writing.publish}>
        {say(isOut ? 'publishAgain' : 'publish')}
      </Button>
    </>
  )
}

function See({ article }: { article: Article }) {
  const say = useWords(words)
  if (!article.path) return null
  return (
    <ButtonLink href={article.path} target="_blank" icon="open" tone="quiet">
      {say('see')}
    </ButtonLink>
  )
}

function Translations({ article }: { article: Article }) {
  const say = useWords(words)
  const go = useNavigate()
  const other = article.language === 'fr' ? 'en' : 'fr'
  const begin = useSend(postArticle, { refetch: touched, onDone: ({ id }) => void go({ to: `/articles/${id}` }) })
  const there = article.translations.find(({ language }) => language === other)
  if (!there && !article.may_manage) return null
  return (
    <Panel title={say('translations')}>
      {there ? (
        <ButtonLink href={`/desk/articles/${there.id}`} icon="globe" tone="quiet">
          {there.title}
        </ButtonLink>
      ) : (
        <Button
          icon="globe"
          busy={begin.isPending}
          onPress={() =>
            begin.mutate({
              title: article.title,
              html: article.html,
              language: other,
              brand_id: article.brand?.id ?? null,
              audience: article.audience,
              translates: article.id,
            })
          }
        >
          {say('translate', { language: say(other === 'fr' ? 'french' : 'english') })}
        </Button>
      )}
    </Panel>
  )
}

// What an article is for counts at once: it needs no new edition.
function Settings({ article }: { article: Article }) {
  const say = useWords(words)
  const brands = useAsk(listBrands, { limit: 200 }, { staleSeconds: 300 }).data?.items ?? []
  const change = useSend(patchArticle, { refetch: touched })
  const set = (more: { brand_id?: string | null; audience?: Article['audience'] }) =>
    change.mutate({ id: article.id, version: article.version, ...more })
  return (
    <Panel title={say('settings')}>
      <Stack>
        <Select
          label={say('brand')}
          value={article.brand?.id ?? ''}
          onChange={(id) => set({ brand_id: id === '' ? null : id })}
          options={[{ id: '', label: say('everyBrand') }, ...brands.map(({ id, name }) => ({ id: String(id), label: name }))]}
        />
        <AudienceChoice value={article.audience} onChange={(audience) => set({ audience })} />
      </Stack>
    </Panel>
  )
}
