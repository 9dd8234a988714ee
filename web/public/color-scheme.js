// Runs before the first paint, so that nobody is flashed with the other colours. A file, for the page allows no inline script.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('firstout-color-scheme')
  } catch {
    // Without storage the system's preference rules.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
