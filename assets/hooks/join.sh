#!/bin/sh
# Runs before each build by Trunk: joins the files of assets/styles/ and of assets/element/, since Trunk publishes each file that
# index.html links as it is, and a visitor should load one of each. Trunk.toml keeps the results from causing another build.
set -eu
cd "$(dirname "$0")/.."

cat styles/*.css > generated/offprint.css

# Without the lines by which the modules import each other; only the last one exports.
for module in app host-url attributes keys; do
  grep -Ev '^(import|export) ' "element/$module.js"
done > generated/offprint.js
grep -Ev '^import ' element/offprint-list.js >> generated/offprint.js
