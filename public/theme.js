// Sets the chosen theme and stillness before the first paint, so that a dark screen does not flash white.
try {
  const chosen = name => JSON.parse(localStorage.getItem(`groundplan.preference.${name}`) ?? 'null')
  const { dataset } = document.documentElement
  const theme = chosen('theme')
  if (theme === 'dark' || theme === 'light') dataset.theme = theme
  if (chosen('motion') === 'reduce') dataset.motion = 'reduce'
} catch (error) {
  // Storage refused (private mode): the system preference decides.
  document.documentElement.dataset.storage = String(error && error.name)
}
