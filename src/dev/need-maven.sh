#!/usr/bin/env bash
# Says in a sentence when there is no Maven.
command -v mvn >/dev/null && exit
echo "ERROR: No Maven on this machine: install Maven 3.8 or newer, so that mvn is on the PATH." >&2
exit 1
