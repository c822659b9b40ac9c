import { act, renderHook, waitFor } from "@testing-library/react";
import { fetchedOnce, useFetched } from "../../../src/taskpane/hooks/useFetched";

test("code is fetched once, whoever asks for it", async () => {
  const load = jest.fn(() => Promise.resolve({ name: "guide" }));
  const source = fetchedOnce(load);
  const first = renderHook(() => useFetched(source));
  expect(first.result.current.code).toBeNull();
  await waitFor(() => expect(first.result.current.code).toEqual({ name: "guide" }));
  // there at once the next time
  expect(renderHook(() => useFetched(source)).result.current.code).toEqual({ name: "guide" });
  expect(load).toHaveBeenCalledTimes(1);
});

test("code that cannot be fetched is said to be missing, and can be asked for again", async () => {
  let reachable = false;
  const source = fetchedOnce(() => (reachable ? Promise.resolve({ name: "guide" }) : Promise.reject(new Error("offline"))));
  const { result } = renderHook(() => useFetched(source));
  await waitFor(() => expect(result.current.failed).toBe(true));
  act(() => result.current.again());
  await waitFor(() => expect(result.current.failed).toBe(true));
  reachable = true;
  act(() => result.current.again());
  await waitFor(() => expect(result.current).toMatchObject({ failed: false, code: { name: "guide" } }));
});
