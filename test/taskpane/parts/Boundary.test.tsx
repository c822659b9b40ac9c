import "../browserGlobals";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { Boundary } from "../../../src/taskpane/parts/Boundary";

afterEach(cleanup);

test("what cannot be drawn is said in its place, what stands beside it stays, and it can be shown again", () => {
  const told = jest.spyOn(console, "error").mockImplementation(() => undefined); // React tells the console as well
  let broken = true;
  function Screen() {
    if (broken) throw new Error("cash must be a number");
    return <p>All is well</p>;
  }
  render(<><nav>Journal</nav><Boundary><Screen /></Boundary></>);
  expect(screen.getByRole("alert").textContent).toContain("cash must be a number");
  expect(screen.getByText("Journal")).toBeTruthy();
  broken = false;
  fireEvent.click(screen.getByRole("button", { name: "Show it again" }));
  expect(screen.getByText("All is well")).toBeTruthy();
  expect(told).toHaveBeenCalled();
  told.mockRestore();
});
