/**
 * What the one-file page does. Names enter it as text only. A view is a story of one step without words of its own, so
 * one script serves both.
 */
import { drawingScript } from "./drawing-script.ts";
import { stepsScript } from "./steps-script.ts";

export const script = String.raw`"use strict";
(async () => {
  const island = document.getElementById("data");
  const unpack = async (text) => {
    const packed = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };
  const text = island.type === "application/gzip" ? await unpack(island.textContent) : island.textContent;
  const { language: first, story, words, steps } = JSON.parse(text);
  const $ = (id) => document.getElementById(id);
  let language = first, at = 0, edition = steps[0].editions[first];

  const make = (name, text, parent) => {
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const present = document.querySelector("#drawing svg");
  /** Where there is no text of it, it is the drawing that the page came with. */
  const svgElement = (text) => text === null ? present : document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
${drawingScript}${stepsScript}
  const sayAll = () => {
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("[data-say]")) element.textContent = words[language][element.dataset.say];
    for (const element of document.querySelectorAll("[data-name]")) {
      element.setAttribute("aria-label", words[language][element.dataset.name]);
      if (element.matches("button")) element.title = words[language][element.dataset.name];
    }
    for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === language));
    const names = new Set(steps.flatMap(({ editions }) => editions[language].nodes.map(({ name }) => name)));
    $("names").replaceChildren(...[...names].map((name) => Object.assign(document.createElement("option"), { value: name })));
  };
  const speak = (chosenLanguage) => {
    language = chosenLanguage;
    sayAll();
    show(at, false);
    choose(chosen);
  };
  for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => speak(button.dataset.language));
  sayAll();
  show(asked(), false);
})();
`;
