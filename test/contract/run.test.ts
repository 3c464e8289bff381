import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Apis, startApis } from '../apis/start.ts';
import { fill, keys, profileId, secret } from './services';

let apis: Apis;
beforeAll(async () => {
  apis = await startApis();
  fill(apis);
});
afterAll(() => apis.close());

/** Runs the command on the API double, which answers under the services' own names. */
function run(env: Record<string, string>): Promise<{ code: number; text: string }> {
  const options = {
    env: {
      PATH: process.env.PATH,
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: `http://127.0.0.1:${apis.proxyPort}`,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      NODE_NO_WARNINGS: '1',
      ...env,
    },
  };
  return new Promise((resolve) => {
    const args = ['test/contract/run.ts'];
    const child = execFile('node', args, options, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, text: stdout + stderr });
    });
  });
}

const both = { SCHEDPILOT_API_KEY: keys.schedpilot, SYNPOSTER_API_KEY: keys.synposter };

describe('npm run contract', () => {
  it('says what to set if there is no key, and fails', async () => {
    const { code, text } = await run({});
    expect(code).toBe(1);
    expect(text).toContain('Set SCHEDPILOT_API_KEY, SYNPOSTER_API_KEY or both');
    expect(apis.requests).toEqual([]);
  });

  it('succeeds if the services answer as documented', async () => {
    const { code, text } = await run(both);
    expect(text).toContain('All answers agree with the documents.');
    expect(code).toBe(0);
    expect(apis.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'GET']);
  });

  it('succeeds with harmless differences, and names them', async () => {
    const difference = { kind: 'value', field: 'accounts.extra', value: 'SECRET' } as const;
    apis.play('schedpilot', { kind: 'differs', difference });
    const { code, text } = await run(both);
    apis.heal();
    expect(text).toContain('accounts[].extra');
    expect(text).not.toMatch(secret);
    expect(code).toBe(0);
  });

  it('fails if an answer cannot be read', async () => {
    apis.play('synposter', { kind: 'html' });
    const { code, text } = await run({ ...both, SYNPOSTER_PROFILE_ID: profileId });
    apis.heal();
    expect(text).toContain('unreadable, html');
    expect(text).not.toMatch(secret);
    expect(code).toBe(1);
  });
});
