import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { SearchField } from '#ui/field'
import { Skeleton } from '#ui/loading'
import { send } from '#ui/api'
import { tell } from '#ui/failure'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getArticle, listArticles, type ListedArticle } from '../contract.ts'
import type { Writing } from './insert-article.tsx'
import { words } from './words.ts'
import './knowledge.css'

type Inserting = Writing & { onClose: () => void }

/** It begins with the words of the case; Enter on one inserts its text. */
export function InsertDialog({ found, insert, onClose }: Inserting) {
  const say = useWords(words)
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const asked = { state: 'published', brand: found.brand.id, limit: 8 } as const
  const near = useAsk(
    listArticles,
    { ...asked, q: found.subject.slice(0, 200) },
    { enabled: q === '' && found.subject.trim() !== '' },
  )
  const latest = useAsk(listArticles, asked, { enabled: q === '' })
  const searched = useAsk(listArticles, { ...asked, q }, { enabled: q !== '', keepPrevious: true })
  const shown = q !== '' ? searched.data?.items : near.data?.items.length ? near.data.items : latest.data?.items
  const put = (html: string) => {
    insert(html)
    onClose()
  }
  const putText = ({ id }: ListedArticle) =>
    void send(getArticle, { id }).then(({ published }) => published && put(published.html), tell)
  return (
    <Dialog open onClose={onClose} title={say('insertTitle')} size="wide">
      <SearchField label={say('search')} placeholder={say('insertHint')} value={typed} onChange={setTyped} autoFocus />
      {!shown ? (
        <Skeleton lines={4} />
      ) : shown.length === 0 ? (
        <p className="knowledge-quiet">{say('insertNone')}</p>
      ) : (
        <ul className="knowledge-offers" aria-label={say('results')}>
          {shown.map((article) => (
            <li key={article.id}>
              <span className="knowledge-what" lang={article.language}>
                <strong>{article.title}</strong>
                <small>{article.excerpt}</small>
              </span>
              {article.audience === 'staff' && <Badge icon="lock">{say('onlyStaff')}</Badge>}
              <span className="knowledge-deeds">
                <Button size="small" aria-description={article.title} onPress={() => putText(article)}>
                  {say('insertText')}
                </Button>
                {article.path && (
                  <Button
                    size="small"
                    tone="quiet"
                    icon="link"
                    aria-description={article.title}
                    onPress={() => put(linkTo(article))}
                  >
                    {say('insertLink')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

// The title is text: what stands in it acts on nothing.
function linkTo({ title, path }: ListedArticle): string {
  const link = document.createElement('a')
  link.href = new URL(path ?? '', location.origin).href
  link.textContent = title
  return link.outerHTML
}
