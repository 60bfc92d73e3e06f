// Keys: those that the list uses are no shortcuts of the host's.

const FIELDS = "dialog, select, input:not([type=checkbox])";
const BUTTONS = "a, button, summary, input";

const isUsed = (target, { key, altKey, ctrlKey, metaKey, defaultPrevented }) => {
  // Control and Alt together are AltGr, which types.
  if (defaultPrevented || !target.closest) return defaultPrevented;
  if (metaKey || (ctrlKey && !altKey)) return false;
  return target.closest(FIELDS) !== null || ([" ", "Enter"].includes(key) && target.closest(BUTTONS) !== null);
};

export { isUsed };
