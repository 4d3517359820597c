import http from 'node:http'

const agent = new http.Agent({ keepAlive: true, maxSockets: 600 })

export interface Reply {
  status: number
  body: { data?: unknown; error?: { code?: string } }
}

/** A request as a program sends it, over a kept connection; node's own client costs the least beside the server. */
export function request(port: number, method: string, path: string, options: { token: string; body?: unknown; headers?: Record<string, string> }): Promise<Reply> {
  const payload = options.body === undefined ? undefined : JSON.stringify(options.body)
  const headers = {
    authorization: `JWT ${options.token}`,
    ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
    ...options.headers,
  }
  return new Promise((resolve, reject) => {
    const sent = http.request({ agent, host: '127.0.0.1', port, method, path: `/api/v1${path}`, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString() || '{}') as Reply['body'] }))
    })
    sent.on('error', reject)
    sent.end(payload)
  })
}
