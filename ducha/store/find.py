"""Which files make a campaign: ``campaign.yaml``, ``supervision.yaml`` and the plans beside them, not recursive."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ducha.problems import DuchaError, Problem, Spot, system_reason

CAMPAIGN = "campaign.yaml"
SUPERVISION = "supervision.yaml"
_RECORDS = "supervision"


class Found(NamedTuple):
    """The files of a campaign's directory and what cannot be one of them."""

    campaign: Path
    supervision: Path | None
    """the office's own records, None where it keeps none"""
    plans: tuple[Path, ...]
    problems: tuple[Problem, ...]
    """of files that are not read"""

    @property
    def unread_plans(self) -> tuple[str, ...]:
        """The names of files that may be meant as plans and are not read."""
        return tuple(name for name in self._unread if Path(name).stem.lower() != _RECORDS)

    @property
    def misses_records(self) -> bool:
        """Whether the office's own records are there and not read."""
        return self.supervision is None and len(self.unread_plans) < len(self._unread)

    @property
    def _unread(self) -> tuple[str, ...]:
        return tuple(Path(problem.file).name for problem in self.problems)


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
    others = [entry for entry in entries if entry not in (campaign, supervision)]
    plans = tuple(entry for entry in others if entry.suffix == ".yaml" and not _is_misnamed(entry))
    if campaign not in entries:
        raise DuchaError(f"目录“{directory}”里没有{CAMPAIGN}；请确认--plans写的是方案所在的目录")
    misnamed = tuple(_misnamed(entry) for entry in others if _is_misnamed(entry))
    if not plans:
        names = "、".join(Path(problem.file).name for problem in misnamed)
        raise DuchaError(
            f"目录“{directory}”里没有方案文件（*.yaml）" + (f"；{names}的扩展名要改成.yaml" if names else "")
        )
    return Found(campaign, supervision if supervision in entries else None, plans, misnamed)


def _is_misnamed(entry: Path) -> bool:
    if entry.suffix.lower() not in (".yml", ".yaml"):
        return False
    return (entry.suffix != ".yaml" or entry.stem.lower() == _RECORDS) and entry.is_file()


def _misnamed(entry: Path) -> Problem:
    what = f"扩展名是“{entry.suffix}”" if entry.suffix != ".yaml" else f"名是“{entry.name}”"
    stem = _RECORDS if entry.stem.lower() == _RECORDS else entry.stem
    return Problem("DC101", f"文件{what}，不会被读取", f"改名为{stem}.yaml", spot=Spot(str(entry)))
