// Talking to Loa on this machine. Every answer is {state, toast, note} or {error}.

const token = document.querySelector('meta[name="page-token"]').content;

export class Trouble extends Error {}

async function call(path, options, offline) {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: { ...options.headers, 'X-Loa-Page': token } });
  } catch {
    throw new Trouble(offline);
  }
  const body = await answer.json().catch(() => ({ error: offline }));
  if (!answer.ok) throw new Trouble(body.error);
  return body;
}

export function caller(words) {
  return {
    state: (member) => call(`/api/state?member=${member}`, {}, words.offline),
    post: (path, body) => call(path, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    }, words.offline),
    file: (member, file) => call(`/api/file?member=${member}&name=${encodeURIComponent(file.name)}`, {
      method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file,
    }, words.offline),
  };
}
