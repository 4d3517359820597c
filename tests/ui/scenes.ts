import type { Page } from '@playwright/test'

export interface Scene {
  name: string
  page: string
  size: 'wide' | 'phone'
  /** Does what a person does; throws when the page does not answer as it must. */
  act: (page: Page) => Promise<void>
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '',
  )

async function expectFocus(page: Page, wanted: string): Promise<void> {
  const actual = await focused(page)
  if (actual !== wanted) throw new Error(`the focus is on "${actual}", not on "${wanted}"`)
}

/** What lies over a page, opened by hand or key, and closed again where the focus must come back. */
export const SCENES: readonly Scene[] = [
  {
    name: 'dialog',
    page: 'controls',
    size: 'wide',
    act: async (page) => {
      await page.getByRole('button', { name: 'Open dialog' }).press('Enter')
      await page.keyboard.press('Escape')
      await expectFocus(page, 'Open dialog')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'Record a payment' }).waitFor()
    },
  },
  {
    name: 'drawer',
    page: 'controls',
    size: 'wide',
    act: async (page) => page.getByRole('button', { name: 'Open drawer' }).click(),
  },
  {
    name: 'confirm',
    page: 'controls',
    size: 'wide',
    act: async (page) => {
      await page.getByRole('button', { name: 'Ask first' }).click()
      await expectFocus(page, 'Keep it')
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click()
      await page.getByText('can no longer be cancelled').waitFor()
    },
  },
  {
    name: 'confirm',
    page: 'controls',
    size: 'phone',
    act: async (page) => page.getByRole('button', { name: 'Ask first' }).click(),
  },
  {
    name: 'menu',
    page: 'controls',
    size: 'wide',
    act: async (page) => {
      await page.getByRole('button', { name: 'More actions' }).press('Enter')
      await page.keyboard.press('Escape')
      await expectFocus(page, 'More actions')
      await page.keyboard.press('Enter')
      await page.waitForTimeout(100)
      await expectFocus(page, 'Edit')
      await page.keyboard.press('ArrowUp')
      await expectFocus(page, 'Delete')
      await page.keyboard.press('d')
      await expectFocus(page, 'Download')
    },
  },
  {
    name: 'tooltip',
    page: 'controls',
    size: 'wide',
    act: async (page) => {
      await page.getByRole('button', { name: 'Hover me' }).focus()
      await page.getByRole('tooltip').first().waitFor({ state: 'visible' })
    },
  },
  {
    name: 'toast',
    page: 'controls',
    size: 'wide',
    act: async (page) => {
      await page.getByRole('button', { name: 'Notify' }).click()
      await page.getByText('Adventure Works confirms').waitFor()
    },
  },
  {
    name: 'palette',
    page: 'dashboard',
    size: 'wide',
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('inv')
      await page.getByRole('option', { name: 'Invoices' }).waitFor()
    },
  },
  {
    name: 'trend',
    page: 'dashboard',
    size: 'wide',
    act: async (page) => {
      await page.locator('.trend-column').nth(5).hover()
      await page.locator('.trend-tip').nth(5).waitFor({ state: 'visible' })
    },
  },
  {
    name: 'account',
    page: 'dashboard',
    size: 'wide',
    act: async (page) => {
      await page.getByRole('button', { name: 'Account of Orlando Gee' }).click()
      await page.getByText('Sign out').waitFor()
    },
  },
  {
    name: 'organizations',
    page: 'orders',
    size: 'wide',
    act: async (page) => page.getByRole('button', { name: /change organization/ }).click(),
  },
  {
    name: 'navigation',
    page: 'dashboard',
    size: 'phone',
    act: async (page) => {
      await page.getByRole('button', { name: 'More' }).tap()
      await page.getByRole('link', { name: 'Rebates' }).waitFor()
    },
  },
  {
    name: 'filters',
    page: 'catalog',
    size: 'phone',
    act: async (page) => {
      await page.getByRole('button', { name: 'Filters' }).tap()
      await page.getByLabel('Helmets').waitFor()
    },
  },
  {
    name: 'combobox',
    page: 'product',
    size: 'wide',
    act: async (page) => {
      await page.getByLabel('Add another product').pressSequentially('wheel')
      await page.getByRole('option', { name: /HL Road Rear Wheel/ }).waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'select',
    page: 'product',
    size: 'wide',
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Frame size' }).press('Enter')
      await page.getByRole('option', { name: '44' }).waitFor()
    },
  },
]
