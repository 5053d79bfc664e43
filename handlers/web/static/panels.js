// Everything around the conversation: the five steps, the choice of people, the clock.

import { make, show } from './elements.js';

const byId = (id) => document.getElementById(id);

export function showSteps(steps, acting, words, act) {
  const current = steps.findIndex((step) => step.current);
  byId('step-now').textContent = current < 0 ? '' : `${current + 1}/${steps.length} ${steps[current].title}`;
  show(byId('steps'), [steps, acting], () => steps.map((step, place) => make('li', {
    class: step.current ? 'step current' : 'step', 'data-number': place + 1, 'data-step': step.step,
    'aria-current': step.current ? 'step' : null,
  },
  make('h3', {}, step.title, step.current ? make('small', {}, ` · ${words.step_now}`) : null),
  make('p', {}, step.line),
  step.actor && make('button', {
    type: 'button', 'aria-pressed': String(step.actor.id === acting), on: { click: () => act(step.actor.id, step.actor.message) },
  }, step.actor.label))));
}

export function showPeople(units, acting, seen, words, act) {
  const select = byId('act-as');
  const isNew = (person) => person.id !== acting && seen.isNew(person);
  const line = (person) => {
    if (person.because) return `${person.name} – ${person.because}`;
    return `${isNew(person) ? '● ' : ''}${person.name} – ${person.role}${isNew(person) ? ` (${words.new_one})` : ''}`;
  };
  const lines = units.map((unit) => [unit.name, unit.people.map((person) => [person.id, line(person), !!person.because])]);
  show(select, lines, () => lines.map(([name, people]) => make('optgroup', { label: name },
    ...people.map(([id, text, greyed]) => make('option', { value: id, disabled: greyed }, text)))));
  select.value = String(acting);
  showNews(units.flatMap((unit) => unit.people).filter((person) => !person.because && isNew(person)), words, act);
}

function showNews(people, words, act) {
  show(byId('news'), people.map((person) => person.id), () => {
    if (people.length === 0) return [make('span', {}, words.no_new_messages)];
    const shown = people.slice(0, 4).map((person) => make('button', {
      type: 'button', title: `${words.act_as}: ${person.name}`, on: { click: () => act(person.id) },
    }, person.name.split(' ').at(-1)));
    const more = people.length - shown.length;
    return [make('span', {}, words.new_messages), ...shown, more > 0 ? make('span', {}, `+${more}`) : ''];
  });
}

export function showClock(clock, turn) {
  for (const place of document.querySelectorAll('[data-clock]')) {
    if (place.textContent !== clock.now) place.textContent = clock.now;
  }
  const held = byId('held');
  held.hidden = !clock.held;
  if (held.textContent !== clock.held) held.textContent = clock.held;
  show(byId('turns'), clock.turns, () => clock.turns.map((one) => make('button', {
    type: 'button', 'data-turn': one.turn, on: { click: () => turn({ turn: one.turn }) },
  }, one.label, make('span', {}, one.to))));
  const day = byId('moment-day');
  const hour = byId('moment-hour');
  const chosen = [day.value, hour.value];
  const another = show(day, clock.days, () => clock.days.map((one) => make('option', { value: one.value }, one.label)));
  show(hour, clock.hours, () => clock.hours.map((one) => make('option', { value: one }, one)));
  if (!another) return;
  day.value = clock.days.some((one) => one.value === chosen[0]) ? chosen[0] : clock.days[1].value;
  hour.value = chosen[1] || clock.hours[0];
}

export function showMenu(menu, slash, say) {
  show(byId('commands'), [menu, slash], () => menu.map((command) => make('li', {}, make('button', {
    type: 'button', on: { click: () => say(`${slash}${command.name}`) },
  }, make('b', {}, `${slash}${command.name}`), make('span', {}, command.help)))));
}
