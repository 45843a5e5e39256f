'use strict';
(() => {
  const items = [...document.querySelectorAll('aside a')];
  const marks = [...document.querySelectorAll('.m')];
  const rowsOf = (m) => m.dataset.r.split(' ').map(Number);
  const shown = (i) => !items[i].parentNode.hidden;
  let at = -1;
  const select = (i, scrollText, scrollList) => {
    if (at >= 0) items[at].removeAttribute('aria-current');
    at = i;
    let first = null;
    for (const m of marks) {
      const on = rowsOf(m).includes(i);
      m.classList.toggle('on', on);
      if (on && !first) first = m;
    }
    if (i < 0) return;
    items[i].setAttribute('aria-current', 'true');
    if (scrollList) items[i].scrollIntoView({block: 'nearest'});
    if (scrollText && first) first.scrollIntoView({block: 'center'});
    history.replaceState(null, '', '#' + items[i].id);
  };
  const step = (by) => {
    for (let i = at < 0 && by < 0 ? items.length - 1 : at + by; i >= 0 && i < items.length; i += by) {
      if (shown(i)) return select(i, true, true);
    }
  };
  items.forEach((a, i) => a.addEventListener('click', (e) => { e.preventDefault(); select(i, true, false); }));
  marks.forEach((m) => m.addEventListener('click', (e) => {
    e.preventDefault();
    const rows = rowsOf(m).filter(shown);
    if (rows.length) select(rows[(rows.indexOf(at) + 1) % rows.length], false, true);
  }));
  document.querySelectorAll('.kinds button').forEach((b) => b.addEventListener('click', () => {
    const on = b.getAttribute('aria-pressed') !== 'true';
    b.setAttribute('aria-pressed', on);
    items.forEach((a) => { if (a.dataset.k === b.dataset.k) a.parentNode.hidden = !on; });
    marks.forEach((m) => m.classList.toggle('mute', !rowsOf(m).some(shown)));
  }));
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    const act = {j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1), Escape: () => select(-1)}[e.key];
    if (act) { e.preventDefault(); act(); }
  });
  const go = () => { const i = items.findIndex((a) => '#' + a.id === location.hash); if (i >= 0) select(i, true, true); };
  addEventListener('hashchange', go);
  go();
})();
