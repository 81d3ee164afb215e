"""Where the measured programs live: fresh virtual environments, installed as a user would."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DOORSTOP = "doorstop==3.2"
CHECK_JSONSCHEMA = "check-jsonschema==0.39.0"
YAMLLINT = "yamllint==1.38.0"

_PYTHON = "python3"  # the one on PATH, which has pip; this process's own environment may have none


def install_ducha(scratch: Path) -> Path:
    """Build a wheel of the checkout and install it; return the environment's folder of programs."""
    wheels = scratch / "wheels"
    _call(_PYTHON, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", wheels, ROOT)
    (wheel,) = wheels.glob("*.whl")
    return _install(scratch / "ducha", "-c", ROOT / "constraints.txt", wheel)


def install_peer(scratch: Path, requirement: str) -> Path | None:
    """Install another tool and return its program; None where no registry can be reached."""
    name, _, _ = requirement.partition("==")
    try:
        return _install(scratch / name, requirement) / name
    except subprocess.CalledProcessError:
        return None


def describe(programs: Path) -> str:
    """The Python and the machine that a measurement was made on."""
    say = "import os, platform as p; print(p.python_implementation(), p.python_version(), p.system(), os.cpu_count())"
    told = subprocess.run([str(programs / "python"), "-c", say], check=True, encoding="utf-8", stdout=subprocess.PIPE)
    name, version, system, processors = told.stdout.split()
    return f"{name} {version}, {system}, {processors} processors"


def _install(place: Path, *what: str | Path) -> Path:
    _call(_PYTHON, "-m", "venv", "--without-pip", place)
    _call(_PYTHON, "-m", "pip", "--python", place, "install", "-q", "--disable-pip-version-check", *what)
    return place / "bin"


def _call(*arguments: str | Path) -> None:
    subprocess.run([str(argument) for argument in arguments], check=True, stderr=subprocess.DEVNULL)
