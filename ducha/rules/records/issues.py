"""A matter handed over is somebody's, answered by those who owe it, and closed by those who may."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Campaign, Register
from ducha.model.issue import Issue
from ducha.problems import CAMPAIGN, Path, Problem
from ducha.rules.records.rounds import check_turns, rounds_of


def check_issue(campaign: Campaign, register: Register, issue: Issue, path: Path) -> Iterator[Problem]:
    """Yield the errors of one matter, but for days in the wrong order and names that nothing has."""
    if issue.lead or issue.responsible:
        yield from _answers(register, issue, path)
    else:
        hint = "交给谁办就写谁：牵头的写lead，其余写responsible"
        yield Problem("DC706", "没有写由谁承办", hint, path, rests_on=((*path, "lead"), (*path, "responsible")))
    yield from _hander(campaign, register, issue, path)
    yield from _closers(campaign, register, issue, path)
    yield from check_turns(issue, rounds_of(issue, path))


def _answers(register: Register, issue: Issue, path: Path) -> Iterator[Problem]:
    """Feedback and objections come from units that answer for the matter, or from members of such groups."""
    named = (*issue.lead, *issue.responsible, *issue.support)
    if any(not _is_clear(register, name) for name in named):
        return
    units = {unit for name in named for unit in (register.resolve(name), *register.members_of(name))}
    hint = f"本项由{'、'.join(named)}承办；改正单位，或补进lead、responsible、support"
    rests_on = tuple((*path, key) for key in ("lead", "responsible", "support"))
    said = [("DC707", ("feedback", at), one.by) for at, one in enumerate(issue.feedback) if one.by]
    said += [("DC730", ("objections", at), one.by) for at, one in enumerate(issue.objections)]
    for code, place, by in said:
        if register.resolve(by) not in {None, *units}:
            message = f"“{by}”不承办本项" + ("，不能对它提异议" if code == "DC730" else "")
            yield Problem(code, message, hint, (*path, *place, "by"), rests_on=rests_on)


def _is_clear(register: Register, name: str) -> bool:
    """Whether anybody can say which units a name means."""
    group = register.group(name)
    return bool(group.members) if group else register.resolve(name) is not None


def _hander(campaign: Campaign, register: Register, issue: Issue, path: Path) -> Iterator[Problem]:
    """Who hands a matter over is not who answers for it: it would close its own."""
    charged = issue.lead or issue.responsible
    own = register.resolve(issue.by) if issue.by else None
    if own and own != register.resolve(campaign.office) and own in map(register.resolve, charged):
        hint = f"by写交办的单位，由{campaign.office}交办的不写；承办的写lead或responsible"
        key = "lead" if issue.lead else "responsible"
        yield Problem("DC703", f"“{issue.by}”既交办又承办", hint, (*path, "by"), ((*path, key),))


def _closers(campaign: Campaign, register: Register, issue: Issue, path: Path) -> Iterator[Problem]:
    """Only who handed it over, or the campaign's office, closes a matter and takes it up again."""
    allowed = tuple(dict.fromkeys(filter(None, (issue.by, campaign.office))))
    units = [register.resolve(name) for name in allowed]
    if None in units:
        return
    otherwise = {"销号": "承办单位报来办结的，写进feedback，注明finished: true", "重开": "本单位重开的不写by"}
    for key, what in (("closings", "销号"), ("reopenings", "重开")):
        for at, event in enumerate(getattr(issue, key)):
            if event.by and register.resolve(event.by) not in (None, *units):
                hint = f"只能由{'或'.join(allowed)}{what}；{otherwise[what]}"
                rests_on: tuple[Path, ...] = ((*path, "by"), (CAMPAIGN, "office"))
                yield Problem("DC703", f"“{event.by}”不能{what}", hint, (*path, key, at, "by"), rests_on=rests_on)
