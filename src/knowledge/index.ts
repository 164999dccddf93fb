// The door of knowledge.
export { begin, edit } from './write.ts'
export { publish, withdraw } from './publish.ts'
export { openHelp, suggest, type HelpArticle, type HelpDesk, type HelpLine } from './help.ts'
export { helpKey } from './rules/help-key.ts'
export { articleWords } from './listen.ts'
export { routes } from './routes.ts'
