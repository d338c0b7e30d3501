import { describe, expect, it } from 'vitest';
import { originOf } from '../../../src/linkedin/senses.ts';

type Entry = Partial<PerformanceNavigationTiming> & { deliveryType?: string; activationStart?: number };

const CHROMIUM: Entry = {
  type: 'navigate',
  transferSize: 398,
  encodedBodySize: 98,
  deliveryType: '',
  workerStart: 0,
  activationStart: 0,
};
const FIREFOX: Entry = { type: 'navigate', transferSize: 398, encodedBodySize: 98, workerStart: 0 };

function origin(entry: Entry | undefined): string {
  return originOf({ getEntriesByType: () => (entry ? [entry] : []) } as unknown as Performance);
}

describe('a document comes from the server', () => {
  it.each<[string, Entry]>([
    ['in Chromium', CHROMIUM],
    ['in Chromium after a reload', { ...CHROMIUM, type: 'reload' }],
    ['in Firefox', FIREFOX],
    ['in Firefox after a reload', { ...FIREFOX, type: 'reload' }],
  ])('when it came over the network, as measured %s', (_, entry) => {
    expect(origin(entry)).toBe('server');
  });
});

describe('a document counts as kept', () => {
  it.each<[string, Entry]>([
    ['out of the cache', { transferSize: 0, deliveryType: 'cache' }],
    ['out of the cache, asked again', { transferSize: 300, encodedBodySize: 105, deliveryType: 'cache' }],
    ['by a service worker that passes it through', { transferSize: 405, encodedBodySize: 105, workerStart: 12 }],
    ['by a service worker out of its cache', { transferSize: 0, deliveryType: 'cache-storage', workerStart: 12 }],
    ['fetched ahead', { transferSize: 0, deliveryType: 'navigational-prefetch' }],
    ['rendered ahead', { activationStart: 512 }],
    ['out of the history', { type: 'back_forward' }],
    ['out of the history, from the cache', { type: 'back_forward', transferSize: 0, deliveryType: 'cache' }],
    ['reloaded through a service worker', { type: 'reload', workerStart: 12 }],
    ['with an error', { responseStatus: 503 }],
    ['as another’s transformation of it', { responseStatus: 203 }],
    ['as a page that is not there', { responseStatus: 404 }],
  ])('when Chromium gave it %s', (_, changes) => {
    expect(origin({ ...CHROMIUM, ...changes })).toBe('cache');
  });

  it.each<[string, Entry]>([
    ['out of the cache', { transferSize: 0, encodedBodySize: 104 }],
    ['by a service worker, which hides its sizes', { transferSize: 0, encodedBodySize: 0 }],
    ['out of the history', { type: 'back_forward' }],
  ])('when Firefox gave it %s', (_, changes) => {
    expect(origin({ ...FIREFOX, ...changes })).toBe('cache');
  });

  it.each(['prerender', 'something new'])('when its navigation is of the type "%s"', (type) => {
    expect(origin({ ...CHROMIUM, type: type as NavigationTimingType })).toBe('cache');
  });

  it('when it is as large as its body and no larger: an answer over the network has a head', () => {
    expect(origin({ ...CHROMIUM, transferSize: 98 })).toBe('cache');
    expect(origin({ ...CHROMIUM, transferSize: 99 })).toBe('server');
  });
});

it('where the browser says nothing of how the document came, it is never the server’s', () => {
  expect(origin(undefined)).toBe('inside');
});
