// Sets the chosen theme before the first paint, so that a dark screen does not flash white.
try {
  const theme = JSON.parse(localStorage.getItem('groundplan.preference.theme') ?? 'null')
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme
} catch (error) {
  // Storage refused (private mode): the system preference decides.
  document.documentElement.dataset.storage = String(error && error.name)
}
