import { preview } from 'vite';
import { buildGallery, GALLERY } from '../tests/gallery/build.ts';

/** `npm run gallery`: every page in every state, in every language, to look at in a browser. */

await buildGallery();
const server = await preview({ root: GALLERY, configFile: false, logLevel: 'error', build: { outDir: '.' } });
console.log(`The gallery: ${server.resolvedUrls?.local[0]}\nCtrl-C ends it.`);
