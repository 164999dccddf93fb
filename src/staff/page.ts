// Lists ask for one row more than they show, to know whether there is a next page. The cursor is the last row shown.
export function cut<Item>(rows: Item[], limit: number, idOf: (item: Item) => string): { items: Item[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? idOf(last) : null }
}
