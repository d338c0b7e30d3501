import { build, type Rolldown } from 'vite';

/** Bundles a module and all it imports into one script that can be put into a page. */
export async function bundleForPage(module: string): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rollupOptions: { input: module, output: { format: 'iife' } } },
  })) as Rolldown.RolldownOutput;
  return output.output[0].code;
}
