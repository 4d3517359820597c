/** next/navigation without a router: the gallery's pages say where they pretend to be. */
export const usePathname = (): string => (globalThis as { galleryPath?: string }).galleryPath ?? '/'
export const useSearchParams = (): URLSearchParams => new URLSearchParams()
export const useRouter = () => ({ push: (href: string) => console.info('go to', href) })
