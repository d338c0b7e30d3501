#!/bin/sh
# WXT goes on inserting its automatic imports when they are switched off. With `imports: false` no types are generated for them, yet the build
# still passes every source through the same plugin. It takes a name that a function gets by destructuring its parameter for one that is
# not declared: a parameter `{ storage }` puts `import { storage } from 'wxt/utils/storage'` into the file, and that package's own
# dependencies with it. The bundler drops the code again, since nothing uses it, so the output looks right; whatever looks at the modules of
# the build (lists of licences, of dependencies, of sizes) sees packages that nobody asked for.
#
# Seen with wxt 0.21.4, Node 24.21.0, imports off:
#   function of({ storage })      modules of the bundle: @wxt-dev/storage, superlock and wxt/utils/storage among them
#   function of(area)             none of them
#
# Needs Node 22 or later. Fails when the behaviour changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --silent --no-fund --no-audit --no-save wxt@0.21.4 >/dev/null
mkdir entrypoints
cat > wxt.config.ts <<'TS'
import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  vite: () => ({
    plugins: [
      {
        name: 'list-modules',
        generateBundle(_, bundle) {
          for (const { moduleIds = [] } of Object.values(bundle) as { moduleIds?: string[] }[])
            for (const id of moduleIds) if (/superlock|storage/.test(id)) console.log(`MODULE ${id.split('node_modules/').at(-1)}`);
        },
      },
    ],
  }),
});
TS
build() {
  cat > entrypoints/background.ts <<TS
import { defineBackground } from 'wxt/utils/define-background';

function of($1): Promise<unknown> {
  return $2.local.get('key');
}

export default defineBackground(() => void of((globalThis as never as { chrome: never }).chrome));
TS
  npx wxt build 2>&1 | tr '\r' '\n' | grep -a -o 'MODULE .*' | sort -u || true
}
with=$(build '{ storage }: { storage: any }' storage)
without=$(build 'area: any' area.storage)
echo "with a parameter { storage }:"; echo "$with"
echo "with a parameter of another name:"; echo "${without:-none}"
case $with in *superlock*) ;; *) echo 'changed: no package comes with the name any more'; exit 1 ;; esac
[ -z "$without" ] || { echo 'changed: the package comes in any case'; exit 1; }
