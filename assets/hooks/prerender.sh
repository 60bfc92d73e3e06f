#!/bin/sh
# Runs after each build by Trunk: completes a release by `offprint prerender`, which writes the list into index.html as plain HTML,
# the pages and files beside it, the policy, and the hashes that the service worker and offprint.js need.
set -eu

if [ "$TRUNK_PROFILE" != release ]; then
  echo "Development build: without the prerendered list, the pages beside it and the element for other sites."
elif command -v "${OFFPRINT:-offprint}" >/dev/null; then
  "${OFFPRINT:-offprint}" prerender "$TRUNK_STAGING_DIR"
else
  echo "The command \`offprint\` is not on PATH, so the page has no prerendered list, no pages beside it, no policy and no offprint.js." >&2
  echo "Install it by \`cargo install --path crates/cli\` and run \`offprint prerender dist\`; or build by \`cargo xtask build\`." >&2
fi
