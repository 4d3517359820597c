import Bowser from 'bowser'

/** What an agent string says about a visitor; null where it says nothing. */
export interface AgentFacts {
  /** "Desktop", "Phone", "Tablet" or a program */
  device: string | null
  /** "Chrome 142" */
  browser: string | null
  /** "Windows 11", "Android 15" */
  system: string | null
}

const NOTHING: AgentFacts = { device: null, browser: null, system: null }
const DEVICES: Readonly<Record<string, string>> = { desktop: 'Desktop', mobile: 'Phone', tablet: 'Tablet', tv: 'Television' }

/** Reads an agent string. It is what the visitor claims, good for recognizing one's own sessions and for nothing else. */
export function readAgent(agent: string | null): AgentFacts {
  if (!agent) return NOTHING
  const { browser, os, platform } = Bowser.parse(agent)
  return {
    device: platform.type ? (DEVICES[platform.type] ?? 'Other') : 'Program',
    browser: named(browser.name, browser.version?.split('.')[0]) ?? programOf(agent),
    system: named(os.name, os.versionName ?? os.version),
  }
}

function named(name: string | undefined, version: string | undefined): string | null {
  if (!name) return null
  return [name, version].filter(Boolean).join(' ').slice(0, 60)
}

// "curl/8.5.0" and the like: programs name themselves first.
function programOf(agent: string): string | null {
  return /^[\w .-]{1,40}(?=\/|$)/.exec(agent)?.[0] ?? null
}
