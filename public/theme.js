// Applies the visitor's choice of appearance before the first paint. A file of its own, so that the page needs no inline script.
(() => {
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is switched off: the system's appearance applies.
  }
})();
