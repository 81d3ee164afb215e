"""What every page of ``ducha show`` begins with, and the pieces they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ducha.assess import Assessment, Obligation, Tally
from ducha.model import Objection, Plan
from ducha.problems import Path
from ducha.render.pages.heading import reservations
from ducha.render.why import Question, why
from ducha.render.words.objections import told_objections
from ducha.render.words.values import day

ITEMS = ("title", "first", "due", "state", "late", "units", "id")
"""the columns in which a page lists obligations"""


class Shown(NamedTuple):
    """A plan as it stands, and where things in its file stand."""

    assessment: Assessment
    plan: Plan
    where: Callable[[Path], str]
    """path in the plan → ``file:line``"""


def head(assessment: Assessment, title: str) -> Iterator[str]:
    """The lines that every page begins with."""
    yield title
    yield from reservations(assessment.campaign)
    reference = assessment.reference
    yield f"参照日：{day(reference.day)}，数据截至{day(reference.records_until)}"


def said(what: str, text: str | None) -> Iterator[str]:
    """A line for a fact, none where there is nothing to say."""
    if text:
        yield f"{what}：{text}"


def states(tally: Tally) -> str:
    """How many are in each state."""
    return "，".join(f"{state.label}{count}项" for state, count in tally.counts.items() if count) or "没有事项"


def chain(shown: Shown, obligation: Obligation) -> str:
    """Why an obligation stands where it stands, as a numbered paragraph."""
    question = Question(shown.assessment, shown.plan, obligation, shown.where)
    return f"为什么{obligation.state.label}：\n{numbered(why(question))}"


def disputes(shown: Shown, objections: Sequence[Objection], owner: Path) -> list[str]:
    """What units objected to in a record, as a numbered paragraph; none where nobody did."""
    told = tuple(told_objections(shown.assessment, objections, owner, shown.where))
    return [f"核对异议：\n{numbered(told)}"] if told else []


def numbered(sentences: Iterable[str]) -> str:
    """Sentences as a numbered list."""
    return "\n".join(f"{at}. {sentence}" for at, sentence in enumerate(sentences, 1))
