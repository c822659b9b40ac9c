/** The pane docked on the right: open or closed, its width kept. The add-in's page runs on while it is closed, as in a shared runtime. */
export class Pane {
  readonly body = document.getElementById("pane-body")!;
  private readonly frame = document.getElementById("pane")!;
  private handlers: ((open: boolean) => void)[] = [];

  constructor(name: string) {
    document.getElementById("pane-name")!.textContent = name;
    document.getElementById("pane-close")!.addEventListener("click", () => this.show(false));
    this.setWidth(Number(localStorage.getItem(WIDTH)) || 340);
    this.resizable();
  }

  get open(): boolean {
    return !this.frame.classList.contains("closed");
  }

  onChange(handler: (open: boolean) => void): void {
    this.handlers.push(handler);
  }

  show(open: boolean): void {
    if (open === this.open) return;
    this.frame.classList.toggle("closed", !open);
    window.dispatchEvent(new Event("resize")); // the spreadsheet measures itself again
    for (const handler of this.handlers) handler(open);
  }

  private setWidth(width: number): void {
    const fitting = Math.max(320, Math.min(600, Math.round(width)));
    this.frame.style.width = `${fitting}px`;
    const grip = document.getElementById("pane-grip")!;
    for (const [name, value] of [["valuenow", fitting], ["valuemin", 320], ["valuemax", 600]] as const) grip.setAttribute(`aria-${name}`, String(value));
    localStorage.setItem(WIDTH, String(fitting));
  }

  private resizable(): void {
    const grip = document.getElementById("pane-grip")!;
    grip.addEventListener("pointerdown", (down) => {
      const start = this.frame.offsetWidth;
      grip.setPointerCapture(down.pointerId);
      document.body.classList.add("dragging");
      const move = (event: PointerEvent) => this.setWidth(start + down.clientX - event.clientX);
      grip.addEventListener("pointermove", move);
      grip.addEventListener("lostpointercapture", () => {
        grip.removeEventListener("pointermove", move);
        document.body.classList.remove("dragging");
      }, { once: true });
    });
    grip.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowLeft" ? 20 : event.key === "ArrowRight" ? -20 : 0;
      if (step) this.setWidth(this.frame.offsetWidth + step);
    });
  }
}

const WIDTH = "workbench.paneWidth";
