import pg from 'pg'

/** Whether PostgreSQL refused a write for this constraint. */
export const brokeConstraint = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof pg.DatabaseError && names.includes(error.constraint ?? '')
