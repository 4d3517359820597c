/** What we use of s3rver, a server that speaks S3 and comes without types. */
declare module 's3rver' {
  // eslint-disable-next-line no-restricted-syntax -- the package itself exports its class by default
  export default class S3rver {
    constructor(options: { address?: string; port?: number; silent?: boolean; directory: string; configureBuckets?: { name: string }[] })
    run(): Promise<{ address: string; port: number }>
    close(): Promise<void>
  }
}
