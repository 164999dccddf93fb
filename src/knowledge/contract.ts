// The window of knowledge: articles, their drafts and editions, for staff and for customers.
import { z } from 'zod'
import { endpoint, event, id, instant, pageInput, pageOf, refusal, type Id } from '#base/contract'

export type ArticleId = Id<'article'>
export type SubjectId = Id<'subject'>

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]
export const LONGEST_TITLE = 200
const LONGEST_HTML = 200_000

// staff: for those who serve only · everybody: also on the help pages of the brand
export const audiences = ['everybody', 'staff'] as const
export type Audience = (typeof audiences)[number]
export const articleStates = ['draft', 'published', 'withdrawn'] as const
export type ArticleState = (typeof articleStates)[number]

const articleId = () => id<'article'>()
const version = () => z.coerce.number().int().positive()
const title = () => z.string().trim().min(1).max(LONGEST_TITLE)
const html = () => z.string().max(LONGEST_HTML)
const brand = () => z.uuid().nullable()
const person = z.object({ id: id<'person'>(), name: z.string() })

const listed = {
  id: articleId(),
  subject_id: id<'subject'>(),
  language: z.enum(languages),
  brand: z.object({ id: z.uuid(), name: z.string() }).nullable(), // null: every brand
  audience: z.enum(audiences),
  title: z.string(), // of the draft
  state: z.enum(articleStates),
  edition: z.number().int().nullable(),
  published_at: instant().nullable(),
  edited_at: instant(),
  changed: z.boolean(), // the draft says something that the edition does not
  excerpt: z.string(),
  path: z.string().nullable(), // of its public page, while there is one
  version: z.number().int(),
}
export const listedArticle = z.object(listed)
export type ListedArticle = z.infer<typeof listedArticle>
export const articleShape = z.object({
  ...listed,
  html: z.string(), // of the draft
  published: z.object({ title: z.string(), html: z.string() }).nullable(), // as it is read now
  author: person.nullable(),
  made_at: instant(),
  translations: z.array(
    z.object({ id: articleId(), language: z.enum(languages), title: z.string(), state: z.enum(articleStates) }),
  ),
  may_manage: z.boolean(),
})
export type Article = z.infer<typeof articleShape>
export const editionShape = z.object({
  number: z.number().int(),
  title: z.string(),
  html: z.string(),
  published_at: instant(),
  publisher: person.nullable(),
})
export type Edition = z.infer<typeof editionShape>

const one = z.object({ id: articleId() })
const edit = z.object({ id: articleId(), version: version() })

export const listArticles = endpoint({
  method: 'GET', path: '/api/v1/articles', permission: 'article.read', summary: 'Articles, the latest edited first; by words, the best first',
  input: z.object({
    ...pageInput,
    q: z.string().trim().max(300).optional(),
    brand: z.uuid().optional(), // also those of every brand
    language: z.enum(languages).optional(),
    state: z.enum([...articleStates, 'all']).default('all'),
  }),
  output: pageOf(listedArticle),
}) // prettier-ignore
export const getArticle = endpoint({
  method: 'GET', path: '/api/v1/articles/:id', permission: 'article.read', summary: 'An article, its draft and its translations', input: one, output: articleShape,
}) // prettier-ignore
export const postArticle = endpoint({
  method: 'POST', path: '/api/v1/articles', permission: 'article.manage', summary: 'Begin an article, or with `translates` another one in a second language',
  input: z.object({
    title: title(), html: html().default(''), language: z.enum(languages), brand_id: brand().default(null),
    audience: z.enum(audiences).default('everybody'), translates: articleId().optional(),
  }),
  output: articleShape,
}) // prettier-ignore
export const patchArticle = endpoint({
  method: 'PATCH', path: '/api/v1/articles/:id', permission: 'article.manage', summary: 'Change the draft; what is published stays as it is. Brand and audience count at once',
  input: edit.extend({ title: title().optional(), html: html().optional(), brand_id: brand().optional(), audience: z.enum(audiences).optional() }),
  output: articleShape,
}) // prettier-ignore
export const putPublished = endpoint({
  method: 'PUT', path: '/api/v1/articles/:id/published', permission: 'article.manage', summary: 'Publish the draft as a new edition', input: edit, output: articleShape,
}) // prettier-ignore
export const deletePublished = endpoint({
  method: 'DELETE', path: '/api/v1/articles/:id/published', permission: 'article.manage', summary: 'Withdraw an article; its editions are kept', input: edit, output: articleShape,
}) // prettier-ignore
export const listEditions = endpoint({
  method: 'GET', path: '/api/v1/articles/:id/editions', permission: 'article.read', summary: 'What was published, the latest first',
  input: z.object({ id: articleId(), ...pageInput }), output: pageOf(editionShape),
}) // prettier-ignore

const about = { article: articleId() }
export const articleEdited = event('article.edited', z.object(about))
export const articlePublished = event('article.published', z.object({ ...about, edition: z.number().int() }))
export const articleWithdrawn = event('article.withdrawn', z.object(about))

export const articleUnknown = refusal('article.unknown', 404, {
  fr: 'Cet article n’existe pas, ou n’est pas à vous de le voir.',
  en: 'There is no such article, or it is not yours to see.',
})
export const articleEmpty = refusal('article.empty', 422, {
  fr: 'Cet article est vide. Écrivez quelque chose avant de le publier.',
  en: 'This article is empty. Write something before you publish it.',
})
export const alreadyTranslated = refusal<{ article: string }>('article.already_translated', 409, {
  fr: 'Cet article existe déjà dans cette langue. Ouvrez cette version.',
  en: 'This article already exists in this language. Open that one.',
})
export const notPublished = refusal('article.not_published', 409, {
  fr: 'Cet article n’est pas publié. Rechargez la page.',
  en: 'This article is not published. Reload the page.',
})
export const helpUnknown = refusal('help.unknown', 404, {
  fr: 'Cette page d’aide n’existe pas, ou plus. Vérifiez l’adresse, ou revenez à la liste.',
  en: 'This help page does not exist, or no longer. Check the address, or go back to the list.',
})
