// Elements from values. Text always goes in as text, so nothing that anybody wrote can become markup.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') Object.entries(value).forEach(([event, run]) => element.addEventListener(event, run));
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

// Replace the children only when what they show has changed: focus and screen readers stay where they are.
export function show(parent, value, build) {
  const shown = JSON.stringify(value);
  if (parent.dataset.shown === shown) return false;
  const focused = parent.contains(document.activeElement) ? [...parent.querySelectorAll('button')] : [];
  const place = focused.indexOf(document.activeElement);
  parent.dataset.shown = shown;
  parent.replaceChildren(...build());
  if (place >= 0) {
    const buttons = [...parent.querySelectorAll('button')];
    (buttons[place] ?? buttons.at(-1))?.focus();
  }
  return true;
}
