// The door of search.
export { append } from './append.ts'
export { find, match } from './find.ts'
export { put } from './put.ts'
export { remove } from './remove.ts'
