#!/usr/bin/env bash
# Installs what the tests need beside npm's packages, then runs all of them. Fails if anything is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
mapfile -t packages < test/harness/packages.txt
wanted=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || wanted+=("$package")
done
if [ ${#wanted[@]} -gt 0 ]; then
  echo "Installing Debian packages for the tests: ${wanted[*]}"
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  # The servers are started by the tests, on loopback; none is to run as a service.
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
fi
export PATH="$PATH:/usr/sbin:/sbin"
exec node test/harness/run.ts all
