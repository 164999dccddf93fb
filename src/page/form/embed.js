// What a site puts on its page to show a form: <script async src="https://…/form.js" data-form="fm_…"></script>. It makes a frame where the
// script stands and lets it grow with what it holds. It reads nothing of the page around and sets no cookie.
;(() => {
  const scripts = document.currentScript ? [document.currentScript] : document.querySelectorAll('script[data-form]')
  for (const script of scripts) {
    const key = script.dataset.form
    if (!/^fm_[0-9a-f]{32}_[a-z2-7]{26}$/.test(key || '') || script.dataset.shown) continue
    script.dataset.shown = ''
    const origin = new URL(script.src).origin
    const language = script.dataset.lang || document.documentElement.lang.slice(0, 2)
    const frame = document.createElement('iframe')
    frame.src = `${origin}/f/${key}?embed=1${/^(fr|en)$/.test(language) ? `&lang=${language}` : ''}`
    frame.title = script.dataset.title || (language === 'en' ? 'Form' : 'Formulaire')
    frame.loading = 'lazy'
    frame.style.cssText = 'width:100%;height:640px;border:0;display:block;color-scheme:light dark;background:transparent'
    script.after(frame)
    addEventListener('message', ({ source, origin: from, data }) => {
      if (source !== frame.contentWindow || from !== origin || typeof data !== 'object' || data === null) return
      if (data.guichet === 'form:height' && Number.isFinite(data.height))
        frame.style.height = `${Math.min(20000, Math.max(120, Math.ceil(data.height)))}px`
      if (data.guichet === 'form:top') frame.scrollIntoView({ block: 'nearest' })
    })
    frame.addEventListener('load', () => frame.contentWindow.postMessage({ guichet: 'form:here' }, origin))
  }
})()
