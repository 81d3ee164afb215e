"""What every page of ``ducha show`` is made from, and the pieces they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ducha.assess import Assessment, Obligation
from ducha.model import Objection, Plan
from ducha.problems import Path
from ducha.render.why import Question, why
from ducha.render.words.objections import told_objections

ITEMS = ("title", "first", "due", "state", "late", "units", "id")
"""the columns in which a page lists obligations"""


class Shown(NamedTuple):
    """A plan as it stands, and where things in its file stand."""

    assessment: Assessment
    plan: Plan
    where: Callable[[Path], str]
    """path in the plan → ``file:line``"""


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
