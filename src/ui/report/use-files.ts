import { useState } from 'preact/hooks';
import type { Stored } from '../../storage/stored.ts';
import { useActions } from '../actions.ts';
import { csvFile, jsonFile } from './files.ts';

const FILES = { json: jsonFile, csv: csvFile };

type Files = {
  /** Hands everything stored to the browser as a file. */
  save(format: keyof typeof FILES): Promise<void>;
  /** Whether the last one could not be made. */
  failed: boolean;
};

/** Files of everything stored, which the background is asked for only when one is wanted. `version` is that of the extension, `now` in milliseconds. */
export function useFiles(version: string, now: number): Files {
  const { send, saveFile } = useActions();
  const [failed, setFailed] = useState(false);
  const save = async (format: keyof typeof FILES) => {
    const stored: Stored | null = await send({ type: 'everything' }).then(
      (answer) => (answer.ok ? answer.stored : null),
      () => null,
    );
    setFailed(!stored);
    if (stored) saveFile(...FILES[format](stored, version, now));
  };
  return { save, failed };
}
