#!/bin/bash
# Installs into .venv what requirements/ asks for, and Throughline itself. Does nothing when that is already so.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=$(cat requirements/dev.txt pyproject.toml "$0" | sha256sum)
if [ "$(cat .venv/installed 2>/dev/null)" = "$wanted" ] && .venv/bin/python -c 'import throughline, django' 2>/dev/null; then
    exit 0
fi

python=
for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Python 3.11 or newer is missing. Install it (Debian: apt-get install python3 python3-venv), or say where it is: make PYTHON=/path/to/python3" >&2
    exit 1
fi

.venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || rm -rf .venv
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    if ! "$python" -m venv .venv; then
        echo "Python's venv is missing. Install it (Debian: apt-get install python3-venv) and try again." >&2
        exit 1
    fi
fi

echo "== Installing into .venv (a minute the first time) =="
pip() { .venv/bin/python -m pip --quiet --disable-pip-version-check --no-input "$@"; }
pip install --require-hashes --requirement requirements/dev.txt
pip install --no-deps --no-build-isolation --editable .
echo "$wanted" >.venv/installed
