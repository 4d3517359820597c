/** What a mail says; how it looks is decided when it is sent. Sealed tokens stay sealed until then. */
export type MailMessage = {
  readonly heading: string
  readonly paragraphs: readonly string[]
  /** A button; `path` has no origin, and `{token}` in it stands for the token. */
  readonly action?: { readonly label: string; readonly path: string }
  /** A one-time token, sealed for this purpose. */
  readonly token?: { readonly purpose: 'invite' | 'reset' | 'device'; readonly sealed: string }
  readonly brand: { readonly name: string; readonly color: string | null }
  /** Why one gets this mail, and how to get fewer of it. */
  readonly footer: string
}
