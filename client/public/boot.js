// Before the first paint: the page's ground is dark where a person chose so, whatever the system prefers.
try {
  const theme = localStorage.getItem("alumnigraph.theme");
  if (theme === "dark" || theme === "light") document.documentElement.style.colorScheme = theme;
} catch {
  // Storage is forbidden; the system's preference holds.
}

// What the program will ask for first is asked for with the page, while the program itself is still on its way.
const asked = new URLSearchParams(location.search);
const first = asked.has("ask") || asked.has("free") ? [] : ["/api/first-view"];
for (const href of ["/api/dataset", "/api/vocabulary", ...first]) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href });
  document.head.append(link);
}
