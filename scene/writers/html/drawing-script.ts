/** The part of the one-file page's script that shows a drawing: pan, zoom, what is known of a node, and search. */
export const drawingScript = String.raw`
  const drawing = $("drawing"), details = $("details"), search = $("search");
  let svg = drawing.querySelector("svg"), chosen = null, pressed = null, moved = false, view = null;

  const whole = () => svg.getAttribute("data-view").split(" ").map(Number);
  const look = (box) => { view = box; svg.setAttribute("viewBox", box.join(" ")); };
  const adopt = (next) => {
    svg = next;
    if (!svg.hasAttribute("data-view")) svg.setAttribute("data-view", svg.getAttribute("viewBox"));
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    drawing.replaceChildren(svg);
    for (const group of svg.querySelectorAll("g[role=img]")) group.setAttribute("tabindex", "-1");
    for (const node of edition.nodes) {
      const element = $(node.element);
      element?.setAttribute("tabindex", "0");
      element?.setAttribute("role", "button");
    }
    // What can be pressed is inside, which a picture as a whole would hide from who hears the page.
    svg.setAttribute("role", "group");
  };
  const zoom = (factor, point) => {
    const [x, y, w, h] = view, limits = whole();
    const wide = Math.min(Math.max(w * factor, limits[2] / 20), limits[2] * 2), scale = wide / w;
    const px = point ? point.x : x + w / 2, py = point ? point.y : y + h / 2;
    look([px - (px - x) * scale, py - (py - y) * scale, w * scale, h * scale]);
  };
  const pan = (key) => {
    const [x, y, w, h] = view, step = w / 12;
    const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[key];
    if (way) look([x + way[0], y + way[1], w, h]);
    return way !== undefined;
  };
  const pointOf = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());

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
    const node = edition.nodes.find((each) => each.element === id);
    const line = edition.lines.find((each) => each.element === id);
    chosen = node || line ? id : null;
    details.hidden = chosen === null;
    drawing.classList.toggle("chosen", chosen !== null);
    for (const near of svg.querySelectorAll(".near")) near.classList.remove("near");
    if (chosen === null) return;
    const lines = node ? edition.lines.filter(({ start, end }) => start === node.id || end === node.id) : edition.lines.filter((each) => each.element === id);
    const ids = new Set(lines.flatMap(({ start, end }) => [start, end]));
    for (const near of [id, ...lines.map(({ element }) => element), ...edition.nodes.filter((each) => ids.has(each.id)).map(({ element }) => element)])
      $(near)?.classList.add("near");
    const near = new Set(lines.map(({ id }) => id));
    for (const beside of svg.querySelectorAll("[data-relationship]")) beside.classList.toggle("near", near.has(beside.dataset.relationship));
    details.querySelector("h2").textContent = node ? node.name : line.sentence;
    details.querySelector(".label").textContent = node ? node.label : "";
    const list = details.querySelector("ul");
    list.replaceChildren();
    for (const each of lines) listLine(each, list);
  };

  const named = ({ nodes }, text) => nodes.find(({ found }) => found.split("\n").includes(text)) || nodes.find(({ found }) => found.includes(text));
  /** Looks on this page first, then on those after it, then from the beginning. */
  const find = (text) => {
    const name = text.trim().toLowerCase();
    const order = steps.map((_, i) => (at + i) % steps.length);
    const place = name === "" ? undefined : order.find((i) => named(steps[i].editions[language], name));
    $("none").textContent = name !== "" && place === undefined ? words[language].none : "";
    if (place === undefined) return choose(null);
    if (place !== at) show(place, true);
    const { element } = named(edition, name);
    choose(element);
    const box = $(element).getBBox(), [x, y, w, h] = view;
    const isInSight = box.x >= x && box.y >= y && box.x + box.width <= x + w && box.y + box.height <= y + h;
    if (!isInSight) look([box.x + box.width / 2 - w / 2, box.y + box.height / 2 - h / 2, w, h]);
  };

  drawing.addEventListener("wheel", (event) => { event.preventDefault(); zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, pointOf(event)); }, { passive: false });
  drawing.addEventListener("pointerdown", (event) => { pressed = { at: pointOf(event), id: event.target.closest("g[id^=node-],g[id^=relationship-]")?.id ?? null }; moved = false; });
  addEventListener("pointermove", (event) => {
    if (!pressed || !event.buttons) return;
    const now = pointOf(event), [x, y, w, h] = view;
    if (!moved && Math.hypot(now.x - pressed.at.x, now.y - pressed.at.y) < w / 300) return;
    moved = true;
    look([x - (now.x - pressed.at.x), y - (now.y - pressed.at.y), w, h]);
  });
  addEventListener("pointerup", () => { if (pressed && !moved) choose(pressed.id); pressed = null; });
  drawing.addEventListener("keydown", (event) => {
    const isPan = (story === null || event.shiftKey) && pan(event.key);
    if (isPan) event.stopPropagation();
    else if (event.key === "+" || event.key === "=") zoom(1 / 1.3);
    else if (event.key === "-") zoom(1.3);
    else if (event.key === "Enter" && event.target.id) choose(event.target.id);
    else return;
    event.preventDefault();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (chosen === null) look(whole());
    choose(null);
  });
  search.addEventListener("change", () => find(search.value));
  $("in").addEventListener("click", () => zoom(1 / 1.3));
  $("out").addEventListener("click", () => zoom(1.3));
  $("whole").addEventListener("click", () => look(whole()));
  $("close").addEventListener("click", () => choose(null));
`;
