import { apiTypes } from "../../../workbench/model/types";
import { usedMembers } from "../../../workbench/protocol/richApi/members";
import "./objects.suite";
import "./charts.suite";
import "./tables.suite";
import "./events.suite";
import "./strictness.suite";
import "./corners.suite";

// stands last: jest runs tests in the order in which they are defined
test("every member of the model was used by one of the tests above, through office.js", () => {
  const members = apiTypes.flatMap((type) => Object.keys(type.members).map((member) => `${type.name}.${member}`));
  expect(members.length).toBeGreaterThan(200);
  // asked for on the web only, where another part of office.js is at work: jsdom.test.ts
  expect(members.filter((member) => !usedMembers.has(member))).toEqual(["Workbook.createAndOpenWorkbook"]);
});
