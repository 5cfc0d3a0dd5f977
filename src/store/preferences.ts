import type { Id } from '../model/design'

/** What this browser remembers about the person, never about a design. */
export interface PreferenceValues {
  readonly theme: 'system' | 'light' | 'dark'
  /** Whether a document tidies itself after each edit, by document id; a document that is missing was never asked. */
  readonly autoTidy: Readonly<Record<Id, boolean>>
  /** Which panels are open, by the panel's name. */
  readonly panels: Readonly<Record<string, boolean>>
  /** Ids of what was last run from the command palette, newest first. */
  readonly lastRun: readonly string[]
  /** When the rules speak: see `Profile`. */
  readonly profile: Profile
  /** Whether guides appear while blocks are dragged, and pull them into line. */
  readonly guides: boolean
  /** Whether dragged blocks come to stand on the grid. */
  readonly snap: boolean
  /** Whether keys such as `N` and `R` are commands without Ctrl or Alt. */
  readonly singleKeys: boolean
  /** Whether the canvas shows one line on what can be done next. */
  readonly hints: boolean
  /** Whether things move: as the system says, or never. */
  readonly motion: 'system' | 'reduce'
  /** Whether first steps are shown: until they are closed. */
  readonly firstSteps: boolean
}

/** Preferences of which the value is one word or one switch. */
export type PlainPreference = Exclude<keyof PreferenceValues, 'autoTidy' | 'panels' | 'lastRun'>

/**
 * When the rules speak: live from five blocks on (learning), everything at once (review), counted and shown when asked
 * (interview), or not at all (off).
 */
export const PROFILES = ['learning', 'review', 'interview', 'off'] as const
export type Profile = (typeof PROFILES)[number]

export interface Preferences {
  get<K extends keyof PreferenceValues>(key: K): PreferenceValues[K]
  /** Remembers a value; where the browser keeps nothing, until the page is closed. */
  set<K extends keyof PreferenceValues>(key: K, value: PreferenceValues[K]): void
  /**
   * Makes every preference what it was before the first choice, but for what is remembered of single designs. Returns
   * what takes that back.
   */
  reset(): () => void
  /** Tells of every change, here or in another tab. Returns what ends it. */
  subscribe(listener: () => void): () => void
  /** To be called when another tab wrote under this name of the storage; `null` when it cleared everything. */
  heard(name: string | null): void
}

const DEFAULTS: PreferenceValues = {
  theme: 'system',
  autoTidy: {},
  panels: {},
  lastRun: [],
  profile: 'learning',
  guides: true,
  snap: true,
  singleKeys: true,
  hints: true,
  motion: 'system',
  firstSteps: true,
}

const KEYS = Object.keys(DEFAULTS) as readonly (keyof PreferenceValues)[]

const FITS: { readonly [K in keyof PreferenceValues]: (value: unknown) => boolean } = {
  theme: value => value === 'system' || value === 'light' || value === 'dark',
  autoTidy: isFlags,
  panels: isFlags,
  profile: value => (PROFILES as readonly unknown[]).includes(value),
  lastRun: value => Array.isArray(value) && value.every(id => typeof id === 'string'),
  guides: isFlag,
  snap: isFlag,
  singleKeys: isFlag,
  hints: isFlag,
  motion: value => value === 'system' || value === 'reduce',
  firstSteps: isFlag,
}

/** The preferences of this browser. A stored value that does not fit its key counts as missing. */
export function createPreferences(area: Storage | null): Preferences {
  /** What the browser did not keep; it holds until the page is closed. */
  const unkept = new Map<string, unknown>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const get: Preferences['get'] = key =>
    (unkept.get(key) as PreferenceValues[typeof key]) ?? readStored(area, key) ?? DEFAULTS[key]
  const put = (key: keyof PreferenceValues, value: unknown) => {
    if (writeStored(area, key, value)) unkept.delete(key)
    else unkept.set(key, value)
  }
  return {
    get,
    set(key, value) {
      put(key, value)
      tell()
    },
    reset() {
      const before = KEYS.filter(key => key !== 'autoTidy').map(key => [key, get(key)] as const)
      for (const [key] of before) put(key, DEFAULTS[key])
      tell()
      return () => {
        for (const [key, value] of before) put(key, value)
        tell()
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    heard(name) {
      const keys = KEYS.filter(key => name === null || name === nameOf(key))
      for (const key of keys) unkept.delete(key)
      if (keys.length > 0) tell()
    },
  }
}

function readStored<K extends keyof PreferenceValues>(area: Storage | null, key: K): PreferenceValues[K] | null {
  try {
    const value: unknown = JSON.parse(area?.getItem(nameOf(key)) ?? 'null')
    return FITS[key](value) ? (value as PreferenceValues[K]) : null
  } catch {
    // Blocked storage or a damaged value: the default stands.
    return null
  }
}

/** Returns whether the browser kept the value. */
function writeStored(area: Storage | null, key: keyof PreferenceValues, value: unknown): boolean {
  try {
    area?.setItem(nameOf(key), JSON.stringify(value))
    return area !== null
  } catch {
    // Full or blocked storage: the value holds until the page is closed.
    return false
  }
}

function nameOf(key: string): string {
  return `groundplan.preference.${key}`
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean'
}

function isFlags(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every(flag => typeof flag === 'boolean')
}
