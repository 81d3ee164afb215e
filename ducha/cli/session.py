"""What every report does first: load the campaign, resolve the names in its options, and say what is broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from ducha.assess import Reference, Scope, on_day, on_period
from ducha.cli import clock, options, streams
from ducha.model import Campaign, Register
from ducha.problems import DuchaError, Problem, Severity
from ducha.render.problems import problem_line
from ducha.store import Loaded, load


class BrokenCampaign(DuchaError):
    """A file that the report cannot do without has an error."""

    exit_code = 1


def open_campaign(directory: Path) -> tuple[Loaded, Campaign]:
    """Load a campaign for a report and write the problems that keep plans out of it to stderr."""
    loaded = load(directory)
    for problem in errors(loaded.problems):
        streams.complain(problem_line(problem))
    if loaded.campaign is None:
        raise BrokenCampaign("campaign.yaml有误，改正后才能出报告")
    return loaded, loaded.campaign


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that keep a plan out of reports."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def find_reference(campaign: Campaign, as_of: str | None, month: str | None, year: str | None) -> Reference:
    """Read ``--as-of``, ``--month`` and ``--year`` into a reference day."""
    if month is None:
        if year is not None:
            raise DuchaError("--year要和--month一起用")
        day = None if as_of is None else options.parse_day(as_of, "--as-of")
        return on_day(campaign, day, clock.today())
    if as_of is not None:
        raise DuchaError("--as-of和--month只能用一个")
    return on_period(campaign, options.parse_month(month), options.parse_year(year), clock.today())


def find_scope(
    loaded: Loaded,
    campaign: Campaign,
    plans: Sequence[str] = (),
    unit: str | None = None,
    leader: str | None = None,
    group: str | None = None,
) -> Scope:
    """Resolve the names a report is narrowed to; raises DuchaError offering the nearest known name."""
    register = Register(campaign)
    leaders = {person.name for plan in loaded.plans for person in plan.leaders}
    groups = {str(entry.id) for entry in campaign.supervision.groups}
    if unit is not None and register.resolve(unit) is None:
        raise _unknown("单位", unit, register.spellings())
    if leader is not None and leader not in leaders:
        raise DuchaError(f"没有组长“{leader}”；写方案文件leaders里的姓名")
    if group is not None and group not in groups:
        raise _unknown("督导组", group, groups)
    return Scope(
        plans=tuple(_plan_id(loaded, text) for text in plans),
        unit=register.resolve(unit) if unit else None,
        leader=leader,
        group=int(group) if group else None,
    )


def _plan_id(loaded: Loaded, text: str) -> str:
    for plan in loaded.plans:
        if text in (plan.id, str(plan.number)):
            return plan.id
    if loaded.left_out:
        raise BrokenCampaign(f"没有读出方案“{text}”；以下文件有误，不在其内：{'、'.join(loaded.left_out)}")
    raise _unknown("方案", text, [plan.id for plan in loaded.plans])


def _unknown(what: str, name: str, known: Iterable[str]) -> DuchaError:
    names = sorted(known)
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    if near:
        return DuchaError(f"没有{what}“{name}”；你是否想写：{'、'.join(near)}")
    return DuchaError(f"没有{what}“{name}”" + (f"；现有：{'、'.join(names)}" if len(names) <= 20 else ""))
