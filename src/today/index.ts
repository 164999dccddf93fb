// The door of today.
export { routes } from './routes.ts'
export { unhappy } from './listen.ts'
