import type { Module } from '@/kernel/module'

/** Every module. Payload's config, jobs, documentation and the conformance suite read this list; modules never do. */
export const modules: readonly Module[] = []
