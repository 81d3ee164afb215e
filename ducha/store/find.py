"""Which files make a campaign: ``campaign.yaml``, ``supervision.yaml`` and the plans beside them, not recursive.

A plan may have a project ledger beside it, of the same stem: ``01-x.projects.csv`` or ``01-x.projects.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ducha.problems import DuchaError, Problem, Spot, system_reason

CAMPAIGN = "campaign.yaml"
SUPERVISION = "supervision.yaml"
_RECORDS = "supervision"

LEDGERS = (".projects.csv", ".projects.yaml")
"""how the name of a project ledger ends, after its plan's stem"""

_WORKBOOKS = (".xlsx", ".xls", ".et", ".ods")


class Found(NamedTuple):
    """The files of a campaign's directory and what cannot be one of them."""

    campaign: Path
    supervision: Path | None
    """the office's own records, None where it keeps none"""
    plans: tuple[Path, ...]
    problems: tuple[Problem, ...]
    """of files that are not read"""
    ledgers: Mapping[Path, tuple[Path, ...]]
    """plan → the files that want to be its ledger; one can"""

    @property
    def unread_plans(self) -> tuple[str, ...]:
        """The names of files that may be meant as plans and are not read."""
        return tuple(name for name in self.unread if not _names_ledger(name))

    @property
    def unread(self) -> tuple[str, ...]:
        """The names of files that may be meant as plans or project ledgers and are not read."""
        return tuple(name for name in self._unread if Path(name).stem.lower() != _RECORDS)

    @property
    def misses_records(self) -> bool:
        """Whether the office's own records are there and not read."""
        return self.supervision is None and len(self.unread) < len(self._unread)

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
    ledgers = [entry for entry in entries if is_ledger(entry)]
    others = [entry for entry in entries if entry not in (campaign, supervision) and not is_ledger(entry)]
    plans = tuple(entry for entry in others if entry.suffix == ".yaml" and not _is_misnamed(entry))
    if campaign not in entries:
        raise DuchaError(f"目录“{directory}”里没有{CAMPAIGN}；请确认--plans写的是方案所在的目录")
    misnamed = tuple(_misnamed(entry) for entry in others if _is_misnamed(entry))
    if not plans:
        names = "、".join(Path(problem.file).name for problem in misnamed)
        raise DuchaError(
            f"目录“{directory}”里没有方案文件（*.yaml）" + (f"；{names}的扩展名要改成.yaml" if names else "")
        )
    orphans = tuple(
        _orphans(ledgers, [*plans, *(entry.with_suffix(".yaml") for entry in entries if _is_misnamed(entry))])
    )
    by_stem = _by_stem(ledgers)
    owned = {plan: by_stem[plan.stem] for plan in plans if plan.stem in by_stem}
    return Found(campaign, supervision if supervision in entries else None, plans, misnamed + orphans, owned)


def is_ledger(path: Path) -> bool:
    """Whether a file is a project ledger by its name."""
    return path.name.endswith(LEDGERS)


def _by_stem(ledgers: Iterable[Path]) -> Mapping[str, tuple[Path, ...]]:
    """Stem of a plan → the files that want to be its ledger."""
    found: dict[str, tuple[Path, ...]] = {}
    for ledger in ledgers:
        stem = _plan_stem(ledger)
        found[stem] = (*found.get(stem, ()), ledger)
    return found


def _plan_stem(ledger: Path) -> str:
    return ledger.name.rpartition(".projects.")[0]


def _orphans(ledgers: Iterable[Path], plans: Iterable[Path]) -> Iterator[Problem]:
    """Ledgers of no plan; one beside a plan that is not read either is not to blame."""
    stems = dict.fromkeys(plan.stem for plan in plans)
    for ledger in ledgers:
        stem, ending = _plan_stem(ledger), ledger.suffix
        if stem not in stems:
            from ducha.advice.names import find_nearest

            near = find_nearest(stem, tuple(stems))
            hint = (
                f"改名为{near}.projects{ending}"
                if near
                else f"与方案文件同名：方案是01-x.yaml的，叫01-x.projects{ending}"
            )
            yield Problem("DC520", f"没有方案文件{stem}.yaml，这个台账不属于任何方案", hint, spot=Spot(str(ledger)))


def _is_misnamed(entry: Path) -> bool:
    suffix = entry.suffix.lower()
    if suffix in (".yml", ".yaml"):
        is_right = entry.suffix == ".yaml" and entry.stem.lower() != _RECORDS
    elif suffix in (".csv", *_WORKBOOKS) and _names_ledger(entry.name):
        is_right = entry.suffix == ".csv" or (suffix != ".csv" and entry.with_suffix(".csv").exists())
        # a workbook beside the ledger that is made from it says nothing of its own
    else:
        return False
    return not is_right and entry.is_file()


def _names_ledger(name: str) -> bool:
    return Path(name).stem.lower().endswith(".projects")


def _misnamed(entry: Path) -> Problem:
    if entry.suffix.lower() in _WORKBOOKS:
        hint = f"在表格软件里另存为“CSV UTF-8（逗号分隔）”，文件名{entry.stem}.csv"
        return Problem("DC101", "台账是表格软件的工作簿，不会被读取", hint, spot=Spot(str(entry)))
    what = f"扩展名是“{entry.suffix}”" if entry.suffix not in (".yaml", ".csv") else f"名是“{entry.name}”"
    stem = _RECORDS if entry.stem.lower() == _RECORDS else entry.stem
    ending = ".csv" if entry.suffix.lower() == ".csv" else ".yaml"
    return Problem("DC101", f"文件{what}，不会被读取", f"改名为{stem}{ending}", spot=Spot(str(entry)))
