// Before the first paint: the page's ground is dark where a person chose so, whatever the system prefers.
try {
  const theme = localStorage.getItem("alumnigraph.theme");
  if (theme === "dark" || theme === "light") document.documentElement.style.colorScheme = theme;
} catch {
  // Storage is forbidden; the system's preference holds.
}
