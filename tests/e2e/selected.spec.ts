// Selected publications.

import { entry, envelope } from "../support/data";
import { expect, test } from "../support/test";

const LIST = envelope([entry("chosen", { custom: { selected: true } }), entry("other"), entry("best", { custom: { selected: true } })]);

test("the checkbox is there only where an entry is selected", async ({ list }) => {
  await list.open();
  await expect(list.selected).toHaveCount(0);
  await list.open({ data: LIST });
  await expect(list.selected).not.toBeChecked();
});

test("selected publications are a filter with a URL and a chip", async ({ list, page }) => {
  await list.open({ data: LIST });
  await list.selected.check();
  await list.shows("chosen", "best");
  await expect(list.status).toHaveText("2 of 3 publications");
  await list.hasSearch("?selected=yes");
  await list.removal("Selected").click();
  await list.shows("chosen", "other", "best");
  await expect(list.selected).not.toBeChecked();
  await page.goBack();
  await list.shows("chosen", "best");
  await expect(list.selected).toBeChecked();
});

test("the URL selects, and another value is ignored with a notice", async ({ list }) => {
  await list.open({ data: LIST, search: "?selected=yes" });
  await list.shows("chosen", "best");
  await list.open({ data: LIST, search: "?selected=no" });
  await list.shows("chosen", "other", "best");
  await expect(list.notices).toContainText("selected");
});
