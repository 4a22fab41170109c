#!/bin/bash
# Run a command with a real, unlocked GNOME keyring in a D-Bus session of its own; nothing stays behind.
set -eu
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
export XDG_DATA_HOME="$folder/data" XDG_RUNTIME_DIR="$folder/run"
mkdir -m700 "$folder/data" "$folder/run"
dbus-run-session -- bash -c '
  printf "test-only\n" | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
  daemon=$!
  for attempt in $(seq 100); do
    gdbus wait --session --timeout 1 org.freedesktop.secrets 2>/dev/null && break
  done
  status=0
  "$@" || status=$?
  kill $daemon
  wait $daemon 2>/dev/null || true
  exit $status
' _ "$@"
