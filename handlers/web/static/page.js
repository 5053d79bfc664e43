// The page: what a person does goes to Loa, what Loa says is shown. Nothing is decided here.

import { Trouble, caller } from './api.js';
import { Seen, memory } from './memory.js';
import { Conversation } from './messages.js';
import { showClock, showMenu, showPeople, showSteps } from './panels.js';

const LOOK_EVERY = 1500;
const TOAST_FOR = 5000;
const LARGEST_FILE = 20000000;

const byId = (id) => document.getElementById(id);
const words = JSON.parse(byId('words').textContent);
const samples = JSON.parse(byId('sample-texts').textContent);
const loa = caller(words);
const seen = new Seen();
const write = byId('write');
const conversation = new Conversation(byId('log'), words, press);

let acting = seen.acting;
let latest = null;
let turn = 0; // counts what was asked: an answer that has been overtaken is not shown
let busy = 0;
let wanted = 0; // the message that a step is about
let toastTimer = 0;
let lookTimer = 0;

function people() { return latest.units.flatMap((unit) => unit.people); }

function render(state) {
  latest = state;
  const another = seen.story !== state.story;
  seen.begin(state.story, people());
  if (another || !people().some((person) => person.id === acting && !person.because)) acting = 0;
  if (!acting) return act(...firstToAct(state));
  if (state.chat) renderChat(state.chat);
  showSteps(state.steps, acting, words, act);
  showPeople(state.units, acting, seen, words, act);
  showClock(state.clock, turnClock);
  document.body.dataset.ready = String(acting);
  return undefined;
}

function firstToAct(state) {
  const step = state.steps.find((one) => one.current && one.actor) ?? state.steps.find((one) => one.actor);
  return step ? [step.actor.id, step.actor.message] : [people().find((person) => !person.because)?.id ?? 0];
}

function renderChat(chat) {
  const person = people().find((one) => one.id === chat.member);
  const zalo = chat.shown_as === 'zalo';
  byId('phone').classList.toggle('zalo', zalo);
  byId('phone').classList.toggle('telegram', !zalo);
  byId('office-name').textContent = chat.office;
  byId('chat-whose').textContent = person.name;
  document.querySelector(`#shown-as input[value="${zalo ? 'zalo' : 'telegram'}"]`).checked = true;
  showMenu(chat.menu, zalo ? '' : '/', say);
  byId('samples').hidden = !chat.menu.some((command) => command.name === 'soan');
  const another = conversation.member !== chat.member;
  const follow = another || conversation.atEnd();
  const fresh = conversation.show(chat);
  if (wanted || another) {
    if (!conversation.toMessage(wanted)) conversation.toNewest(chat.messages.slice(-1));
    wanted = 0;
  } else if (fresh.length && (follow || fresh.some((message) => message.mine))) conversation.toNewest(fresh);
  else if (fresh.length) byId('to-newest').hidden = false;
  seen.see(person);
}

// Do something and show what came of it; returns whether it went well.
async function ask(call) {
  const mine = ++turn;
  busy += 1;
  toast('');
  byId('phone').setAttribute('aria-busy', 'true');
  try {
    const answer = await call();
    trouble('');
    if (mine === turn) render(answer.state);
    if (answer.toast || answer.note) toast(answer.toast || answer.note);
    return true;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    trouble(error.message);
    return false;
  } finally {
    busy -= 1;
    if (!busy) byId('phone').removeAttribute('aria-busy');
  }
}

async function look() {
  clearTimeout(lookTimer);
  const mine = turn;
  if (!busy && !document.hidden) {
    try {
      const answer = await loa.state(acting);
      if (byId('trouble').textContent === words.offline) trouble('');
      if (mine === turn && !busy) render(answer.state);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      if (mine === turn) trouble(error.message);
    }
  }
  lookTimer = setTimeout(look, LOOK_EVERY);
}

function act(member, message = '') {
  if (!member) return;
  wanted = Number(message);
  acting = member;
  seen.act(member);
  closeMenu();
  byId('to-newest').hidden = true;
  ask(() => loa.state(member));
  if (!matchMedia('(min-width: 1080px)').matches) byId('story').open = false;
}

function say(text) {
  closeMenu();
  write.focus({ preventScroll: true });
  return ask(() => loa.post('/api/say', { member: acting, text }));
}

async function press(messageId, token, button) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  await ask(() => loa.post('/api/press', { member: acting, token, message_id: String(messageId) }));
  button.removeAttribute('aria-disabled');
}

function turnClock(to) { return ask(() => loa.post('/api/clock', { member: acting, ...to })); }

function toast(text) {
  const line = byId('toast');
  line.textContent = text;
  line.classList.toggle('shown', text !== '');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { line.classList.remove('shown'); line.textContent = ''; }, TOAST_FOR);
}

function trouble(text) {
  const line = byId('trouble');
  if (line.textContent !== text) line.textContent = text;
  line.hidden = !text;
}

function grow() {
  byId('composer').classList.toggle('typing', write.value !== '');
  write.style.height = 'auto';
  write.style.height = `${Math.min(write.scrollHeight + 2, 132)}px`;
}

function openMenu() {
  byId('menu').hidden = false;
  byId('menu-button').setAttribute('aria-expanded', 'true');
  byId('commands').querySelector('button')?.focus();
}

function closeMenu() {
  byId('menu').hidden = true;
  byId('menu-button').setAttribute('aria-expanded', 'false');
}

function fold() {
  const wide = matchMedia('(min-width: 1080px)').matches;
  byId('story').open = wide;
  byId('desk').open = wide;
}

async function sendFile(file) {
  if (file.size > LARGEST_FILE) return trouble(words.too_large);
  return ask(() => loa.file(acting, file));
}

byId('composer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = write.value;
  if (!text.trim()) return;
  write.value = '';
  grow();
  // What was typed is not lost when it could not be sent.
  if (!(await say(text)) && !write.value) { write.value = text; grow(); }
});
write.addEventListener('input', grow);
write.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    byId('composer').requestSubmit();
  }
});
byId('samples').addEventListener('click', (event) => {
  const chosen = event.target.dataset.sample;
  if (chosen === undefined) return;
  write.value = samples[chosen].text;
  grow();
  write.setSelectionRange(0, 0);
  write.scrollTop = 0;
  write.focus({ preventScroll: true });
  toast(words.sample_ready);
});
byId('menu-button').addEventListener('click', () => (byId('menu').hidden ? openMenu() : closeMenu()));
byId('attach').addEventListener('click', () => byId('file').click());
byId('file').addEventListener('change', async (event) => {
  const [file] = event.target.files;
  if (file) await sendFile(file);
  event.target.value = '';
});
byId('act-as').addEventListener('change', (event) => act(Number(event.target.value)));
byId('shown-as').addEventListener('change', (event) => {
  ask(() => loa.post('/api/shown-as', { member: acting, platform: event.target.value }));
});
byId('large').addEventListener('change', (event) => {
  memory.large = event.target.checked;
  byId('phone').classList.toggle('large', event.target.checked);
  conversation.toNewest([]);
});
byId('moment').addEventListener('submit', (event) => {
  event.preventDefault();
  turnClock({ moment: `${byId('moment-day').value}T${byId('moment-hour').value}` });
});
byId('start-over').addEventListener('click', () => byId('sure').showModal());
byId('sure').addEventListener('close', async (event) => {
  if (event.target.returnValue !== 'yes') return;
  event.target.returnValue = '';
  if (await ask(() => loa.post('/api/start-over', {}))) toast(words.start_over_done);
});
byId('to-newest').addEventListener('click', () => {
  byId('to-newest').hidden = true;
  conversation.toNewest([]);
});
byId('log').addEventListener('scroll', () => { if (conversation.atEnd()) byId('to-newest').hidden = true; });
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !byId('menu').hidden) { closeMenu(); byId('menu-button').focus(); }
});
document.addEventListener('click', (event) => {
  if (!byId('menu').hidden && !event.target.closest('#menu, #menu-button')) closeMenu();
});
document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
matchMedia('(min-width: 1080px)').addEventListener('change', fold);

byId('large').checked = memory.large;
byId('phone').classList.toggle('large', memory.large);
fold();
look();
