import net from 'node:net'

import { Refusal } from './refusal'

/** True when nothing listens on the port, neither on every interface nor on loopback alone. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, undefined)) && (await canListen(port, '127.0.0.1'))
}

/** The first free port from `start` on (at most 200 are tried). */
export async function nextFreePort(start: number): Promise<number> {
  for (let port = start; port < Math.min(start + 200, 65_536); port++) {
    if (await isPortFree(port)) return port
  }
  throw new Refusal(`No free port was found between ${start} and ${start + 199}.`)
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, exclusive: true, ...(host ? { host } : {}) }, () => server.close(() => resolve(true)))
  })
}
