// What this browser remembers: who is acted, what was seen, the size of the type. Losing it loses nothing else.

function read(key) {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
}

function write(key, value) {
  try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* a browser that keeps nothing */ }
}

export const memory = {
  get large() { return read('loa-large') === true; },
  set large(value) { write('loa-large', value); },
};

// The newest message that was seen in each person's chat; another story begins with everything seen.
export class Seen {
  constructor() {
    const kept = read('loa-seen');
    this.story = kept?.story ?? '';
    this.newest = kept?.newest ?? {};
    this.acting = kept?.acting ?? 0;
  }

  begin(story, people) {
    if (this.story === story) return;
    this.story = story;
    this.acting = 0;
    this.newest = Object.fromEntries(people.map((person) => [person.id, person.newest]));
    this.keep();
  }

  see(person) {
    if (this.newest[person.id] === person.newest) return;
    this.newest[person.id] = person.newest;
    this.keep();
  }

  act(member) {
    this.acting = member;
    this.keep();
  }

  isNew(person) { return person.newest > (this.newest[person.id] ?? 0); }

  keep() { write('loa-seen', { story: this.story, newest: this.newest, acting: this.acting }); }
}
