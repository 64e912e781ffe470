/* What cannot be done on the server: the clipboard, and asking the browser to print. Pages work without it. */
for (const row of document.querySelectorAll("[data-copy-row]")) row.hidden = !navigator.clipboard;
for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-print]");
  if (!button) return;
  if (button.hasAttribute("data-print")) return window.print();
  const said = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    if (said) said.textContent = "已复制";
  } catch {
    if (said) said.textContent = "浏览器不允许复制，请手工选取";
  }
});

/* A link into a folded note opens it. */
function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details:not([open])");
  if (fold) { fold.open = true; target.scrollIntoView({ block: "nearest" }); }
}
window.addEventListener("hashchange", openTarget);
openTarget();
