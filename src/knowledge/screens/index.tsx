// The pages of this room, and what it offers whoever writes an answer.
import { lazy } from 'react'
import { freshOn } from '#ui/live'
import { getArticle, listArticles, listEditions } from '../contract.ts'

export { InsertArticle } from './insert-article.tsx'
export const ArticlesPage = lazy(async () => ({ default: (await import('./list-page.tsx')).ArticlesPage }))
export const ArticlePage = lazy(async () => ({ default: (await import('./article-page.tsx')).ArticlePage }))

freshOn(['article.edited', 'article.published', 'article.withdrawn'], [listArticles, getArticle, listEditions])
