import { drawInMeasure, lookOnceInAFrame } from "../../workbench/engine/drawing";
import { measureFontsOnce } from "../../workbench/engine/rowHeights";

afterEach(() => jest.restoreAllMocks());

/** A frame takes 50 milliseconds; `at` draws at that moment, or does not. */
function drawing() {
  let now = 0;
  jest.spyOn(performance, "now").mockImplementation(() => now);
  const drawn: number[] = [];
  class Frames {
    _renderFrame(): void {
      drawn.push(now);
      now += 50;
    }
  }
  const container = new EventTarget();
  const { atWork } = drawInMeasure(Frames, container as HTMLElement);
  const frames = new Frames();
  const at = (time: number): void => {
    now = time;
    frames._renderFrame();
  };
  return { at, drawn, atWork: (time: number) => ((now = time), atWork()), press: (time: number) => ((now = time), container.dispatchEvent(new Event("keydown"))) };
}

test("while an add-in is at work, the sheet is drawn for a tenth of the time; what came in between is drawn a little later", () => {
  const { at, drawn, atWork } = drawing();
  for (const time of [0, 60, 120]) at(time);
  expect(drawn).toEqual([0, 60, 120]);
  for (let time = 200; time <= 1200; time += 20) {
    atWork(time);
    at(time);
  }
  expect(drawn.slice(3)).toEqual([620, 1120]); // 120 + 50 + 9 × 50 is 620
  at(1640); // nothing has changed for 440 milliseconds
  at(1700);
  expect(drawn.slice(5)).toEqual([1640, 1700]);
});

test("who types, clicks or scrolls sees it at once", () => {
  const { at, drawn, atWork, press } = drawing();
  atWork(0);
  at(10);
  press(70);
  at(80);
  atWork(140);
  at(150);
  expect(drawn).toEqual([10, 80, 150]);
});

test("in a frame each cell is asked for once, and in the next one anew", () => {
  let asked = 0;
  class Worksheet {
    getCell(row: number, column: number): string {
      asked++;
      return `${row} ${column}`;
    }
  }
  const sheets = [new Worksheet(), new Worksheet()];
  class Frames {
    _renderFrame(): void {
      for (const sheet of [...sheets, ...sheets]) for (const [row, column] of [[1, 2], [2, 1], [1, 2]] as const) expect(sheet.getCell(row, column)).toBe(`${row} ${column}`);
    }
  }
  lookOnceInAFrame(Frames, { Worksheet } as never);
  const frames = new Frames();
  frames._renderFrame();
  expect(asked).toBe(4);
  frames._renderFrame();
  expect(asked).toBe(8);
  sheets[0]!.getCell(1, 2);
  sheets[0]!.getCell(1, 2);
  expect(asked).toBe(10);
});

test("text on one line is measured once for a font, what is empty not at all; wrapped, turned and rich text each time, and a list's arrow is no measure for others", () => {
  let measured = 0;
  const cells: Record<number, { v?: string; p?: object; s?: object; interceptorAutoHeight?: object }> = {
    0: { v: "a", s: { fs: 11 }, interceptorAutoHeight: {} }, 1: { v: "b", s: { fs: 11 } }, 2: { v: "c", s: { fs: 11 } }, 3: { v: "d", s: { fs: 20 } }, 4: { v: "e", s: { fs: 11, tb: 3 } }, 5: { v: "f", s: { fs: 11, tr: { a: 45 } } }, 6: { p: {}, v: "g", s: { fs: 11 } }, 7: {}, 8: { v: "", s: { fs: 11 } }, 9: { s: { tb: 3 } },
  };
  class Skeleton {
    readonly worksheet = { getCellRaw: (row: number) => cells[row], getCell: (row: number) => cells[row], getMergeData: () => [], getComposedCellStyleByCellData: (row: number) => cells[row]?.s };
    calculateAutoHeightForCell(row: number): number | undefined {
      measured++;
      return row;
    }
  }
  measureFontsOnce(Skeleton);
  const heights = (rows: readonly number[]) => {
    measured = 0;
    return [rows.map((row) => new Skeleton().calculateAutoHeightForCell(row)), measured];
  };
  expect(heights([0, 0])).toEqual([[0, 0], 2]);
  expect(heights([1, 2, 3, 3])).toEqual([[1, 1, 3, 3], 2]);
  expect(heights([4, 4, 5, 6])).toEqual([[4, 4, 5, 6], 4]);
  // what an array's formula shows in an empty cell may be wrapped
  expect(heights([7, 8, 9, 10])).toEqual([[undefined, undefined, 9, undefined], 1]);
});
