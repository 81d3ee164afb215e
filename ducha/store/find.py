"""Which files make a campaign: ``campaign.yaml``, ``supervision.yaml`` and the plans beside them, not recursive."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ducha.problems import DuchaError, Problem, Spot, system_reason

CAMPAIGN = "campaign.yaml"
SUPERVISION = "supervision.yaml"


class Found(NamedTuple):
    """The files of a campaign's directory and what cannot be one of them."""

    campaign: Path
    supervision: Path | None
    """the office's own records, None where it keeps none"""
    plans: tuple[Path, ...]
    problems: tuple[Problem, ...]


def find(directory: Path) -> Found:
    """List a campaign's files in the order of their names.

    Raises DuchaError if the directory, its campaign file or every plan is missing: an empty or wrong folder
    is never a success.
    """
    try:
        entries = sorted(entry for entry in directory.iterdir() if not entry.name.startswith("."))
    except FileNotFoundError:
        raise DuchaError(f"没有目录“{directory}”；请用--plans指明方案所在的目录") from None
    except NotADirectoryError:
        raise DuchaError(f"“{directory}”是文件，不是目录；--plans要写方案所在的目录") from None
    except OSError as fault:
        raise DuchaError(f"目录“{directory}”读不了：{system_reason(fault)}") from None
    campaign, supervision = directory / CAMPAIGN, directory / SUPERVISION
    plans = tuple(entry for entry in entries if entry.suffix == ".yaml" and entry not in (campaign, supervision))
    if campaign not in entries:
        raise DuchaError(f"目录“{directory}”里没有{CAMPAIGN}；请确认--plans写的是方案所在的目录")
    misnamed = tuple(_misnamed(entry) for entry in entries if _is_misnamed(entry))
    if not plans:
        names = "、".join(Path(problem.file).name for problem in misnamed)
        raise DuchaError(
            f"目录“{directory}”里没有方案文件（*.yaml）" + (f"；{names}的扩展名要改成.yaml" if names else "")
        )
    return Found(campaign, supervision if supervision in entries else None, plans, misnamed)


def _is_misnamed(entry: Path) -> bool:
    return entry.suffix.lower() in (".yml", ".yaml") and entry.suffix != ".yaml" and entry.is_file()


def _misnamed(entry: Path) -> Problem:
    message = f"文件扩展名是“{entry.suffix}”，不会被读取"
    return Problem("DC101", message, f"改名为{entry.stem}.yaml", spot=Spot(str(entry)))
