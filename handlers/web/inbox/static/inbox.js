// The page works without this: it only keeps what is being typed, says when word has come, and shows that a
// press was heard.
'use strict';

(() => {
  const KEPT = 'loa-typed';
  const LOOK_EVERY = 30000;
  const sending = document.currentScript.dataset.sending;
  const text = document.getElementById('text');
  const news = document.getElementById('news');

  try {
    if (text && !text.value) text.value = sessionStorage.getItem(KEPT) || '';
    if (text) text.addEventListener('input', () => sessionStorage.setItem(KEPT, text.value));
  } catch { /* a browser that keeps nothing */ }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    try {
      if ('keep' in form.dataset || 'forget' in form.dataset) sessionStorage.removeItem(KEPT);
    } catch { /* the same */ }
    const button = form.querySelector('button');
    button.setAttribute('aria-disabled', 'true');
    button.textContent = sending;
  });

  // Back from another page: the browser shows this one as it was left.
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

  async function look() {
    if (document.hidden) return;
    try {
      const answer = await fetch(news.dataset.ask, { credentials: 'same-origin' });
      if (!answer.ok) return;
      const { newest } = await answer.json();
      if (newest > Number(news.dataset.newest)) news.hidden = false;
    } catch { /* no line to the office: the next look may find one */ }
  }
  if (news && window.fetch) setInterval(look, LOOK_EVERY);

  const status = document.getElementById('status');
  if (status && location.hash === '#status') status.focus({ preventScroll: true });
})();
