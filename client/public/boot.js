// Before the first paint: the page's ground is dark where a person chose so, whatever the system prefers.
try {
  const theme = localStorage.getItem("alumnigraph.theme");
  if (theme === "dark" || theme === "light") document.documentElement.style.colorScheme = theme;
} catch {
  // Storage is forbidden; the system's preference holds.
}

// A file dropped on the page would take its place: it is held, also before the program that opens it is there.
for (const step of ["dragover", "drop"])
  addEventListener(step, (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });

// What the program will ask for first is asked for with the page, while the program itself is still on its way.
const asked = new URLSearchParams(location.search);
const first = asked.has("ask") || asked.has("free") ? [] : ["/api/first-view"];
for (const href of ["/api/dataset", "/api/vocabulary", ...first]) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href });
  document.head.append(link);
}

// Where the program itself, its styles or its words do not come, nothing else can tell it.
const words = {
  en: [
    "This page could not be opened",
    "Part of it did not come. Nothing is lost: the address keeps the view.",
    "Try again",
  ],
  "zh-Hant": ["無法開啟這個頁面", "有一部分沒有傳到。網址會保留這個畫面，不會遺失任何內容。", "再試一次"],
  "zh-Hans": ["无法打开这个页面", "有一部分没有传到。网址会保留这个画面，不会丢失任何内容。", "再试一次"],
};

function languageOfPage() {
  const language = navigator.language;
  if (!language.startsWith("zh")) return "en";
  return /Hant|TW|HK|MO/i.test(language) ? "zh-Hant" : "zh-Hans";
}

function tellUnread() {
  const root = document.getElementById("root");
  if (root === null || root.hasChildNodes()) return;
  const language = languageOfPage();
  const [title, help, again] = words[language];
  const alert = document.createElement("div");
  alert.className = "undrawn";
  alert.lang = language;
  const parts = ["h1", "p", "button"].map((name) => document.createElement(name));
  for (const [at, text] of [title, help, again].entries()) parts[at].textContent = text;
  parts[2].addEventListener("click", () => location.reload());
  alert.setAttribute("role", "alert");
  alert.append(...parts);
  root.append(alert);
  document.title = title;
}

// The page is opened anew by itself, twice and each time later, before a person is asked to.
const triesKey = "alumnigraph.tries";
let isWhole = true;

function openAnew() {
  if (!isWhole) return;
  isWhole = false;
  let tries = 2;
  try {
    tries = Number(sessionStorage.getItem(triesKey) ?? 0);
    sessionStorage.setItem(triesKey, String(tries + 1));
  } catch {
    // Without storage nobody counts, so a person has to say.
  }
  if (tries < 2) setTimeout(() => location.reload(), 250 * 4 ** tries);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", tellUnread);
  else tellUnread();
}

addEventListener(
  "error",
  ({ target }) => {
    // Once it runs the program gets over it by itself.
    if (document.getElementById("root")?.hasChildNodes()) return;
    const isSheet = target instanceof HTMLLinkElement && target.rel === "stylesheet";
    if (isSheet || target instanceof HTMLScriptElement) openAnew();
  },
  true,
);
addEventListener("unread", tellUnread);
addEventListener("load", () => {
  try {
    if (isWhole) sessionStorage.removeItem(triesKey);
  } catch {
    // As above.
  }
});
