import { expect, test, type Page } from '@playwright/test'

const PASSWORD = 'Thoroughfare-2026'

// A page that is drawn for the first time after a start takes longer than one that is warm.
const eventually = expect.configure({ timeout: 30_000 })

test('a dealer’s administrator invites, suspends, changes settings and makes a key', async ({ page }) => {
  const base = await signIn(page, 'dealer-admin@d2.northstar.example')

  await test.step('people are invited, and chosen ones invited again', async () => {
    await page.goto(`${base}/people`)
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: 'Invite a person' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Late Comer')
    await page.getByLabel('E-mail').fill(`late-${Date.now()}@d2.northstar.example`)
    await page.getByRole('dialog').getByRole('checkbox', { name: /^Dealer buyer/ }).check()
    await page.getByRole('button', { name: 'Send invitation' }).click()
    await eventually(page.getByRole('row', { name: /Late Comer/ })).toContainText('Invited')
    await page.getByRole('checkbox', { name: 'Choose Late Comer' }).check()
    await page.getByRole('button', { name: 'Send invitation again (1)' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Send invitation again' }).click()
    await eventually(page.getByRole('list', { name: 'Result of each' })).toContainText('Done')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  })

  await test.step('a setting says where it comes from, is set and inherited again', async () => {
    await page.goto(`${base}/settings`)
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: 'Change: Phone' }).click()
    await page.getByLabel('Phone').fill('+1 574 555 0100')
    await page.getByRole('button', { name: 'Save' }).click()
    await eventually(page.getByText('+1 574 555 0100')).toBeVisible()
    await expect(page.getByText('Own value')).toBeVisible()
    await page.getByRole('button', { name: 'Back to inherited: Phone' }).click()
    await eventually(page.getByText('+1 574 555 0100')).toHaveCount(0)
  })

  await test.step('a key is made, and its secret shown once', async () => {
    await page.goto(`${base}/keys`)
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: 'New API key' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Warehouse program')
    await page.getByRole('dialog').getByRole('checkbox', { name: /order\.read/ }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Make the key' }).click()
    await eventually(page.getByLabel('Key, for the header Authorization')).toHaveValue(/^tf_live_/)
    await page.getByRole('button', { name: 'I have it' }).click()
    await eventually(page.getByRole('row', { name: /Warehouse program/ })).toContainText('Active')
  })
})

test('HQ suspends a dealer, and its people are signed out and read why', async ({ page, browser }) => {
  const dealer = await (await browser.newContext()).newPage()
  const base = await signIn(dealer, 'dealer-user@d4.northstar.example')
  await enterAdmin(page, 'hq-admin@northstar.example')
  await page.goto('/admin/collections/dealers?search=D4')
  await page.getByRole('table').getByRole('link', { name: 'D4', exact: true }).click()
  await page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: 'Suspend', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('Licence expired')
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend', exact: true }).click()
  await eventually(page.getByRole('heading', { level: 1 }).getByText('Suspended', { exact: true })).toBeVisible()
  await dealer.goto(`${base}/orders`)
  await dealer.waitForURL(/\/sign-in/)
  await fillSignIn(dealer, 'dealer-user@d4.northstar.example')
  await eventually(dealer.getByText('You are not active in any organization; ask whoever manages yours.')).toBeVisible()
  await page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: 'Reinstate', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reinstate', exact: true }).click()
  await eventually(page.getByRole('heading', { level: 1 }).getByText('Active', { exact: true })).toBeVisible()
  await dealer.context().close()
})

test('who may only read finds no button that writes', async ({ page }) => {
  await enterAdmin(page, 'readonly@northstar.example')
  for (const path of ['orders', 'dealers', 'memberships']) {
    await page.goto(`/admin/collections/${path}`)
    await expect(page.getByRole('table')).toBeVisible()
    await expect(page.getByRole('button', { name: /^(New|Invite)/ })).toHaveCount(0)
    await page.getByRole('table').getByRole('link').first().click()
    await eventually(page.locator('.tf-page h1')).toBeVisible()
    await expect(page.getByRole('group', { name: 'Actions' }).getByRole('button')).toHaveCount(0)
  }
  await page.goto('/admin/audit')
  await eventually(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible()
})

/** Signs in and answers with the start of the person's portal. */
async function signIn(page: Page, email: string): Promise<string> {
  await page.goto('/sign-in')
  await fillSignIn(page, email)
  await page.waitForURL(/\/dealer\/[^/]+$/)
  return new URL(page.url()).pathname
}

async function fillSignIn(page: Page, email: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Signs in to the admin through its own API; what is tested comes afterwards. */
async function enterAdmin(page: Page, email: string): Promise<void> {
  const answer = await page.request.post('/api/v1/auth/login', { data: { email, password: PASSWORD } })
  expect(answer.ok()).toBe(true)
}
