/** What the one-file page does. Names enter it as text only. */
export const script = String.raw`"use strict";
(() => {
  const { language: first, editions } = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const drawing = $("drawing"), details = $("details"), search = $("search");
  let edition = editions[first], svg = drawing.querySelector("svg"), chosen = null, pressed = null, moved = false;
  let view = null;

  const whole = () => svg.getAttribute("data-view").split(" ").map(Number);
  const show = (box) => { view = box; svg.setAttribute("viewBox", box.join(" ")); };
  const adopt = () => {
    svg = drawing.querySelector("svg");
    if (!svg.hasAttribute("data-view")) svg.setAttribute("data-view", svg.getAttribute("viewBox"));
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    show(view || whole());
    for (const group of svg.querySelectorAll("g[role=img]")) group.setAttribute("tabindex", "-1");
    for (const node of edition.nodes) $(node.element)?.setAttribute("tabindex", "0");
  };
  const zoom = (factor, at) => {
    const [x, y, w, h] = view, limits = whole();
    const wide = Math.min(Math.max(w * factor, limits[2] / 20), limits[2] * 2), scale = wide / w;
    const px = at ? at.x : x + w / 2, py = at ? at.y : y + h / 2;
    show([px - (px - x) * scale, py - (py - y) * scale, w * scale, h * scale]);
  };
  const pointOf = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());

  const make = (name, text, parent) => {
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const listLine = (line, list) => {
    const item = make("li", line.sentence, list);
    make("small", line.details, item);
    for (const { text, address } of line.citations) {
      const source = make("small", "", item);
      if (address === null) source.textContent = text;
      else Object.assign(make("a", text, source), { href: address, rel: "noreferrer", target: "_blank" });
    }
  };
  const choose = (id) => {
    chosen = id;
    const node = edition.nodes.find((each) => each.element === id);
    const line = edition.lines.find((each) => each.element === id);
    details.hidden = !node && !line;
    drawing.classList.toggle("chosen", !details.hidden);
    for (const near of svg.querySelectorAll(".near")) near.classList.remove("near");
    if (details.hidden) return;
    const lines = node ? edition.lines.filter(({ start, end }) => start === node.id || end === node.id) : [line];
    const ids = new Set(lines.flatMap(({ start, end }) => [start, end]));
    for (const near of [id, ...lines.map(({ element }) => element), ...edition.nodes.filter((each) => ids.has(each.id)).map(({ element }) => element)])
      $(near)?.classList.add("near");
    details.querySelector("h2").textContent = node ? node.name : line.sentence;
    details.querySelector(".label").textContent = node ? node.label : "";
    const list = details.querySelector("ul");
    list.replaceChildren();
    for (const each of lines) listLine(each, list);
  };

  const find = (text) => {
    const asked = text.trim().toLowerCase();
    const node = asked && (edition.nodes.find(({ found }) => found.split("\n").includes(asked)) || edition.nodes.find(({ found }) => found.includes(asked)));
    $("none").textContent = asked && !node ? edition.words.none : "";
    if (!node) return choose(null);
    choose(node.element);
    const box = $(node.element).getBBox(), [, , w, h] = view;
    show([box.x + box.width / 2 - w / 2, box.y + box.height / 2 - h / 2, w, h]);
  };
  const speak = (language) => {
    edition = editions[language];
    document.documentElement.lang = language;
    document.title = edition.title;
    const read = new DOMParser().parseFromString(edition.svg, "image/svg+xml").documentElement;
    drawing.replaceChildren(document.importNode(read, true));
    $("search-label").textContent = edition.words.search;
    $("whole").textContent = edition.words.whole;
    $("close").textContent = edition.words.close;
    $("names").replaceChildren(...edition.nodes.map(({ name }) => Object.assign(document.createElement("option"), { value: name })));
    for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === language));
    adopt();
    choose(chosen);
  };

  drawing.addEventListener("wheel", (event) => { event.preventDefault(); zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, pointOf(event)); }, { passive: false });
  drawing.addEventListener("pointerdown", (event) => { pressed = { at: pointOf(event), id: event.target.closest("g[role=img]")?.id ?? null }; moved = false; });
  addEventListener("pointermove", (event) => {
    if (!pressed || !event.buttons) return;
    const now = pointOf(event), [x, y, w, h] = view;
    if (!moved && Math.hypot(now.x - pressed.at.x, now.y - pressed.at.y) < w / 300) return;
    moved = true;
    show([x - (now.x - pressed.at.x), y - (now.y - pressed.at.y), w, h]);
  });
  addEventListener("pointerup", () => { if (pressed && !moved) choose(pressed.id); pressed = null; });
  drawing.addEventListener("keydown", (event) => {
    const [x, y, w, h] = view, step = w / 12;
    const ways = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (ways[event.key]) show([x + ways[event.key][0], y + ways[event.key][1], w, h]);
    else if (event.key === "+" || event.key === "=") zoom(1 / 1.3);
    else if (event.key === "-") zoom(1.3);
    else if (event.key === "Enter" && event.target.id) choose(event.target.id);
    else return;
    event.preventDefault();
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") choose(null); });
  search.addEventListener("change", () => find(search.value));
  $("in").addEventListener("click", () => zoom(1 / 1.3));
  $("out").addEventListener("click", () => zoom(1.3));
  $("whole").addEventListener("click", () => show(whole()));
  $("close").addEventListener("click", () => choose(null));
  for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => speak(button.dataset.language));
  speak(first);
})();
`;
