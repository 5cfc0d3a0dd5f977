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
}

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
}

const DEFAULTS: PreferenceValues = { theme: 'system', autoTidy: {}, panels: {}, lastRun: [], profile: 'learning' }

const FITS: { readonly [K in keyof PreferenceValues]: (value: unknown) => boolean } = {
  theme: value => value === 'system' || value === 'light' || value === 'dark',
  autoTidy: isFlags,
  panels: isFlags,
  profile: value => (PROFILES as readonly unknown[]).includes(value),
  lastRun: value => Array.isArray(value) && value.every(id => typeof id === 'string'),
}

/** The preferences of this browser. A stored value that does not fit its key counts as missing. */
export function createPreferences(area: Storage | null): Preferences {
  const values: { -readonly [K in keyof PreferenceValues]?: PreferenceValues[K] } = {}
  return {
    get(key) {
      return values[key] ?? readStored(area, key) ?? DEFAULTS[key]
    },
    set(key, value) {
      values[key] = value
      writeStored(area, key, value)
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

function writeStored(area: Storage | null, key: keyof PreferenceValues, value: unknown): void {
  try {
    area?.setItem(nameOf(key), JSON.stringify(value))
  } catch {
    // Full or blocked storage: the value holds until the page is closed.
  }
}

function nameOf(key: string): string {
  return `groundplan.preference.${key}`
}

function isFlags(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every(flag => typeof flag === 'boolean')
}
