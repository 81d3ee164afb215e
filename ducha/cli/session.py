"""What every report does first: open the campaign, resolve the names in its options, and say what is broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from ducha.assess import Reference, Scope, on_day, on_period
from ducha.cli import clock, options, streams
from ducha.deadlines.cycles import Cycle
from ducha.model import Campaign, Register
from ducha.problems import DuchaError, Problem, Severity
from ducha.render.problems import problem_line
from ducha.store import CampaignFiles, Loaded, Work, check

_T = TypeVar("_T")


class BrokenCampaign(DuchaError):
    """A file that the report cannot do without has an error."""

    exit_code = 1


def open_campaign(directory: Path) -> tuple[CampaignFiles, Campaign]:
    """Read the head of a campaign for a report; where it is broken, list what is wrong in any file and stop."""
    files = CampaignFiles(directory)
    if files.campaign is None:
        _complain(check(directory).problems)
        raise BrokenCampaign("campaign.yaml有误，改正后才能出报告")
    return files, files.campaign


def load(files: CampaignFiles, work: Work[_T], scope: Scope | None = None) -> Loaded[_T]:
    """Take from the plans what a report needs, and write to stderr the problems that keep plans out of it.

    Raises DuchaError for a plan or leader in scope that is not there, offering the nearest known name.
    """
    loaded = files.load(work)
    _complain(loaded.problems)
    if not loaded.identities:
        raise BrokenCampaign("所有方案文件都有误，改正后才能出报告")
    if scope:
        _check_scope(loaded, scope)
    return loaded


def _complain(problems: Iterable[Problem]) -> None:
    for problem in problems:
        if problem.severity is Severity.ERROR:
            streams.complain(problem_line(problem))


def find_reference(campaign: Campaign, as_of: str | None, wanted: options.Wanted | None = None) -> Reference:
    """Return the reference day of a report on a period, or, where none is wanted, on the day ``--as-of``."""
    if wanted is None:
        day = None if as_of is None else options.parse_day(as_of, "--as-of")
        return on_day(campaign, day, clock.today())
    if as_of is not None:
        raise DuchaError(f"--as-of和--{wanted.cycle}只能用一个")
    return on_period(campaign, wanted.number, wanted.year, clock.today(), Cycle(wanted.cycle))


def find_scope(
    campaign: Campaign,
    plans: Sequence[str] = (),
    unit: str | None = None,
    leader: str | None = None,
    group: str | None = None,
) -> Scope:
    """Resolve the names a report is narrowed to, as far as the campaign's head knows them."""
    groups = {str(entry.id) for entry in campaign.supervision.groups}
    if group is not None and group not in groups:
        raise unknown("督导组", group, groups)
    return Scope(
        tuple(plans), None if unit is None else find_unit(campaign, unit), leader, int(group) if group else None
    )


def find_unit(campaign: Campaign, name: str) -> str:
    """Return the registered name of a unit."""
    register = Register(campaign)
    known = register.resolve(name)
    if known is None:
        raise unknown("单位", name, register.spellings(), "单位登记在campaign.yaml的units里")
    return known


def _check_scope(loaded: Loaded[_T], scope: Scope) -> None:
    names = {name for plan in loaded.identities for name in (plan.id, str(plan.number))}
    for text in scope.plans:
        if text not in names:
            raise missing(loaded.left_out, "方案", text, [plan.id for plan in loaded.identities])
    if scope.leader is not None and not any(scope.leader in plan.leaders for plan in loaded.identities):
        if loaded.left_out:
            raise missing(loaded.left_out, "组长", scope.leader, ())
        leaders = {leader for plan in loaded.identities for leader in plan.leaders}
        raise unknown("组长", scope.leader, leaders, "写方案文件leaders里的姓名")


def missing(left_out: Sequence[str], what: str, name: str, known: Iterable[str]) -> DuchaError:
    """Return the refusal of a name that nothing has, or that something may have whose file was ``left_out``."""
    if left_out:
        return BrokenCampaign(f"没有读出{what}“{name}”；以下文件有误，不在其内：{'、'.join(left_out)}")
    return unknown(what, name, known)


def unknown(what: str, name: str, known: Iterable[str], otherwise: str = "") -> DuchaError:
    """Return the refusal of a name that nobody has, with the nearest that somebody has, or all where they are few.

    ``otherwise`` is what to do where they are many and none is near.
    """
    from ducha.advice.names import find_near

    names = sorted(known)
    near = find_near(name, names)
    if near:
        return DuchaError(f"没有{what}“{name}”；你是否想写：{'、'.join(near)}")
    hint = f"现有：{'、'.join(names)}" if 0 < len(names) <= 20 else otherwise
    return DuchaError(f"没有{what}“{name}”" + (f"；{hint}" if hint else ""))
