// What stands in the site's page: a classic script that fetches the widget proper, from where it came itself. If that is gone because Guichet
// was renewed since this script was cached, a fresh one is fetched, once.
declare const WIDGET: string // the first file, named by its contents; written in by the build

const { currentScript } = document
const mine =
  currentScript instanceof HTMLScriptElement ? currentScript : document.querySelector<HTMLScriptElement>('script[data-widget]')
if (mine)
  import(new URL(WIDGET, mine.src).href).catch(() => {
    if (mine.dataset['again']) return
    const fresh = document.createElement('script')
    Object.assign(fresh.dataset, mine.dataset, { again: '1' })
    fresh.src = `${mine.src.replace(/\?.*/, '')}?${Date.now()}`
    delete mine.dataset['widget']
    document.head.append(fresh)
  })
