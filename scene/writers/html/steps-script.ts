/** The part of the one-file page's script that leads through the steps of a story, and prints all of them. */
export const stepsScript = String.raw`
  const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  /** Where each node is drawn, by its id. */
  const places = () => new Map([...svg.querySelectorAll("g[data-id]")].map((group) => {
    const { x, y, width, height } = group.querySelector("circle,path").getBBox();
    return [group.dataset.id, [x + width / 2, y + height / 2]];
  }));
  /** A node that was there glides to its new place; all else fades in. */
  const glide = (before) => {
    const fade = (element) => element.animate({ opacity: [0, 1] }, { duration: 420, delay: 180, fill: "backwards", easing: "ease-out" });
    for (const [id, [x, y]] of places()) {
      const group = svg.querySelector("g[data-id=" + CSS.escape(id) + "]"), from = before.get(id);
      if (!from) fade(group);
      else group.animate({ transform: ["translate(" + (from[0] - x) + "px," + (from[1] - y) + "px)", "none"] }, { duration: 600, easing: "cubic-bezier(.2,0,0,1)" });
    }
    for (const layer of svg.children) if (layer.localName === "g" && layer.id !== "nodes") fade(layer);
  };
  const show = (place, moves) => {
    const isOther = place !== at, before = moves && isOther && !isStill() ? places() : null;
    at = place;
    edition = steps[at].editions[language];
    if (isOther) { chosen = null; view = null; }
    adopt(svgElement(edition.svg));
    look(view || whole());
    choose(chosen);
    document.title = story || edition.title;
    if (story === null) return;
    $("step-title").textContent = edition.title;
    $("step-text").textContent = edition.text;
    $("place").textContent = at + 1 + " / " + steps.length;
    $("back").disabled = at === 0;
    $("next").disabled = at === steps.length - 1;
    for (const [i, button] of [...$("steps").children].entries()) {
      if (i === at) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
    if (before) glide(before);
    if (isOther) history.replaceState(null, "", "#" + (at + 1));
  };
  /** The step that the address names, or the first. */
  const asked = () => {
    const place = Number(location.hash.slice(1)) - 1;
    return story !== null && Number.isInteger(place) && place in steps ? place : 0;
  };
  const lead = (place) => show(Math.min(Math.max(place, 0), steps.length - 1), true);
  const walk = (key) => {
    if (["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"].includes(key)) return at + 1;
    if (["ArrowLeft", "ArrowUp", "PageUp"].includes(key)) return at - 1;
    return key === "Home" ? 0 : key === "End" ? steps.length - 1 : null;
  };
  /** Pages to print are drawn only then. */
  const printed = () => {
    for (const { editions } of steps) {
      const { title, text, svg } = editions[language], page = make("section", "", $("pages"));
      make("h1", title, page);
      make("p", text, page);
      const drawn = page.appendChild(svg === null ? present.cloneNode(true) : svgElement(svg));
      drawn.setAttribute("viewBox", drawn.getAttribute("data-view") ?? drawn.getAttribute("viewBox"));
    }
  };
  if (story !== null) {
    for (const [i, { editions }] of steps.entries()) {
      const button = make("button", "", $("steps")), name = i + 1 + ". " + editions[first].title;
      Object.assign(button, { type: "button", title: name });
      button.setAttribute("aria-label", name);
      button.addEventListener("click", () => lead(i));
    }
    $("back").addEventListener("click", () => lead(at - 1));
    $("next").addEventListener("click", () => lead(at + 1));
    addEventListener("hashchange", () => lead(asked()));
    addEventListener("keydown", (event) => {
      const place = walk(event.key), presses = event.key === " " || event.key === "Enter";
      if (place === null || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.target.matches("input") || (presses && event.target.matches("button,a,[role=button]"))) return;
      event.preventDefault();
      lead(place);
    });
    addEventListener("beforeprint", printed);
    addEventListener("afterprint", () => $("pages").replaceChildren());
  }
`;
