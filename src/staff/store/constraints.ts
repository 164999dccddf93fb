import type { Sql } from '#base/sql'

// What is put off to the commit is asked now, and then put off again.
export const askConstraints = (sql: Sql) => sql.run`set constraints all immediate`
export const putOffConstraints = (sql: Sql) => sql.run`set constraints all deferred`
