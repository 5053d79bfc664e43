// The conversation: messages are added, replaced in place, and never built twice.

import { make } from './elements.js';

const WEB_ADDRESS = /(https?:\/\/[^\s]+)/;

function link(text, url) {
  if (!/^https?:\/\//.test(url)) return make('span', {}, text);
  return make('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text);
}

function plain(text) {
  const pieces = text.split(WEB_ADDRESS).map((piece) => (WEB_ADDRESS.test(piece) ? link(piece, piece) : piece));
  return make('div', { class: 'plain' }, ...pieces);
}

function part(shown) {
  switch (shown.part) {
    case 'bold': return make('p', {}, make('b', {}, shown.text));
    case 'link': return make('p', {}, link(shown.text, shown.url));
    case 'file': return make('p', {}, make('a', { href: shown.url, download: shown.text, class: 'file' }, shown.text));
    case 'folded': return make('details', { class: 'fold' },
      make('summary', {}, shown.label.replace(/^[▸►]\s*/, '')), make('blockquote', {}, shown.text));
    default: return make('p', {}, shown.text);
  }
}

function bubble(message, words) {
  const inner = message.text === undefined ? message.parts.map(part) : [plain(message.text)];
  if (message.mine && message.text.length > 600) inner[0].classList.add('long');
  const meta = [message.protected ? words.protected : '', message.edited ? words.edited : '', message.time];
  return make('div', { class: 'bubble' }, ...inner,
    make('small', { class: 'meta' }, meta.filter(Boolean).join(' · ')));
}

function keys(message, press) {
  if (!message.rows?.length) return null;
  const rows = message.rows.map((row) => make('div', {}, ...row.map((button) => make(
    'button', { type: 'button', on: { click: (event) => press(message.id, button.token, event.currentTarget) } },
    button.label))));
  return make('div', { class: 'keys' }, ...rows);
}

function build(message, words, press) {
  const side = message.mine ? 'mine' : 'theirs';
  return make('article', { class: `message ${side}`, tabindex: '-1', 'data-id': message.id },
    bubble(message, words), keys(message, press));
}

export class Conversation {
  constructor(log, words, press) {
    Object.assign(this, { log, words, press, member: 0, shown: new Map() });
  }

  // Returns the messages that are new since the last time (all of them in another conversation: none).
  show(chat) {
    const another = chat.member !== this.member;
    if (another) this.reset(chat.member);
    const wanted = new Set(chat.messages.map((message) => message.id));
    for (const [id, one] of this.shown) if (!wanted.has(id)) { one.element.remove(); this.shown.delete(id); }
    const fresh = chat.messages.filter((message) => !this.shown.has(message.id));
    chat.messages.forEach((message) => this.put(message));
    this.days(chat.messages);
    this.emptiness(chat.messages.length === 0);
    return another ? [] : fresh;
  }

  reset(member) {
    this.member = member;
    this.shown.clear();
    // A screen reader is not to be read a whole conversation when the person changes.
    this.log.setAttribute('aria-busy', 'true');
    this.log.replaceChildren();
    requestAnimationFrame(() => this.log.removeAttribute('aria-busy'));
  }

  put(message) {
    const version = JSON.stringify({ ...message, day: '' });
    const before = this.shown.get(message.id);
    if (before?.version === version) return;
    const element = build(message, this.words, this.press);
    if (before) this.exchange(before.element, element);
    else this.log.append(element);
    this.shown.set(message.id, { element, version });
  }

  exchange(before, after) {
    const place = [...before.querySelectorAll('button')].indexOf(document.activeElement);
    const open = [...before.querySelectorAll('details')].map((fold) => fold.open);
    after.querySelectorAll('details').forEach((fold, number) => { fold.open = open[number] ?? false; });
    before.replaceWith(after);
    // The button that was pressed may be gone: never leave the focus on another one by accident.
    if (place >= 0) after.focus({ preventScroll: true });
  }

  // Only when they change: a separator that is put back each time would be read aloud each time.
  days(messages) {
    const key = JSON.stringify(messages.map((message) => [message.id, message.day]));
    if (key === this.separated && this.log.querySelector('.day')) return;
    this.separated = key;
    this.log.querySelectorAll('.day').forEach((day) => day.remove());
    let day = '';
    for (const message of messages) {
      if (message.day !== day) {
        day = message.day;
        const words = day[0].toUpperCase() + day.slice(1);
        this.shown.get(message.id).element.before(make('div', { class: 'day' }, words));
      }
    }
  }

  emptiness(empty) {
    const shown = this.log.querySelector('.empty');
    if (shown && !empty) shown.remove();
    if (empty && !shown) this.log.append(make('p', { class: 'empty' }, this.words.empty_chat));
  }

  element(id) { return this.shown.get(id)?.element; }

  atEnd() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80; }

  toMessage(id) {
    const element = this.element(id);
    if (element) this.log.scrollTop = element.offsetTop - 8;
    return element !== undefined;
  }

  // A card taller than the screen is shown from its top; else the newest stands at the bottom.
  toNewest(fresh) {
    const first = fresh.find((message) => !message.mine);
    const element = first && this.element(first.id);
    this.log.scrollTop = this.log.scrollHeight;
    if (element && element.offsetTop < this.log.scrollTop) this.log.scrollTop = element.offsetTop - 8;
  }
}
