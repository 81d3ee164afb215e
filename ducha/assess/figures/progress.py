"""From an indicator and its figures to where it stands: what was expected by now, and how the figure compares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ducha.assess.amounts import Value
from ducha.assess.figures.checkpoints import Node, assess_node, due_of, members_at, nodes_of
from ducha.assess.figures.disputes import disputed_members
from ducha.assess.figures.indicators import HeldTo, IndicatorStanding, Levels, Progress
from ducha.assess.figures.known import Figures, figures_of
from ducha.assess.figures.members import are_ranked_by_share, begun_with, rank_members
from ducha.assess.figures.reaching import Bar, value_on
from ducha.assess.figures.series import MIXED, change, latest
from ducha.assess.frame import Frame
from ducha.assess.obligations import Obligation
from ducha.model import Indicator


def assess_indicator(frame: Frame, index: int) -> tuple[IndicatorStanding, tuple[Obligation, ...]]:
    """Return an indicator's standing and the obligations of its checkpoints."""
    indicator = frame.plan.indicators[index]
    figures = figures_of(frame, indicator, due_of(frame, indicator, frame.until).first)
    nodes = tuple(nodes_of(frame, indicator, figures, ("indicators", index)))
    obligations = tuple(assess_node(frame, indicator, node, figures) for node in nodes)
    return _standing(frame, indicator, nodes, figures), obligations


def _standing(frame: Frame, indicator: Indicator, nodes: Sequence[Node], figures: Figures) -> IndicatorStanding:
    node, final = _last_passed(frame, indicator, nodes), nodes[-1]
    expected = node.value if node else _by_months(frame, indicator)
    before = latest(figures.own, frame.before.last if frame.before else None)
    return IndicatorStanding(
        id=f"{frame.plan.id}/{indicator.id}",
        plan=frame.plan.id,
        plan_title=frame.plan.short_title,
        number=frame.plan.number,
        title=indicator.title,
        section=indicator.section,
        unit=indicator.unit,
        measure="point" if indicator.is_level else indicator.measure,
        pace=indicator.pace,
        target=indicator.target,
        qualifier=indicator.qualifier,
        strength=indicator.strength,
        due=final.due,
        actual=figures.latest,
        judged=_judged(frame, figures, node or final),
        expected=expected,
        expected_qualifier=node.qualifier if node else None,
        held_to=None if expected is None else _held_to(node),
        progress=_progress(frame, indicator, final, figures, node, expected),
        levels=_levels(frame, figures, final),
        members=members_at(frame, indicator, final, figures),
        ranked=rank_members(indicator, figures, frame.before, _disputed_before(frame, indicator)),
        ranked_by_share=are_ranked_by_share(indicator, figures),
        untasked=figures.untasked,
        before=before,
        change=change(figures.latest, begun_with(indicator, before, frame.before)),
        base=indicator.base,
        amount=figures.amount,
        part_of=indicator.part_of,
        units=frame.units_of(indicator),
        place=final.place,
        basis=_basis(figures),
        kinds=indicator.projects.kind if indicator.projects else (),
        is_disputed=figures.is_disputed,
    )


def _basis(figures: Figures) -> str | None:
    """What the figures that are told have for a basis, MIXED where they differ."""
    last = figures.latest or (figures.amount and figures.amount.last)
    told = [last] if last else [series[-1] for series in (figures.by_member or {}).values()]
    bases = {value.basis for value in told}
    return MIXED if len(bases) > 1 else next(iter(bases), None)


def _disputed_before(frame: Frame, indicator: Indicator) -> tuple[str, ...]:
    """The members whose figures the report on the period before did not tell."""
    return disputed_members(frame, indicator, frame.checked_before) if frame.before else ()


def _last_passed(frame: Frame, indicator: Indicator, nodes: Sequence[Node]) -> Node | None:
    """The last node whose day has passed; it comes before any pace, where the plan asks for progress at all."""
    passed = [node for node in nodes if node.due.present and node.due.present < frame.reference]
    last = max(passed, key=lambda node: node.due.present or date.min, default=None)
    return last if indicator.pace != "none" else None


def _by_months(frame: Frame, indicator: Indicator) -> Decimal | None:
    """The share of the months that have passed since January (two decimals), where the plan asks for it."""
    if indicator.pace != "months" or not indicator.can_be_paced:
        return None
    months = (frame.reference.year - frame.campaign.year) * 12 + frame.reference.month - 1
    share = indicator.target.value * min(max(months, 0), 12) / 12
    return share.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _held_to(node: Node | None) -> HeldTo:
    if node is None:
        return "months"
    return "target" if node.target else "node"


def _judged(frame: Frame, figures: Figures, node: Node) -> Value | None:
    return value_on(figures.own, node.due.present, frame.reference, waits=figures.waits)


def _levels(frame: Frame, figures: Figures, final: Node) -> Levels | None:
    due, target, value = final.due.present, figures.target, _judged(frame, figures, final)
    if target.stretch is None or value is None:
        return None
    is_over = due is not None and due < frame.reference
    return Levels(target.is_met(value.value), target.is_stretched(value.value), is_over)


def _progress(
    frame: Frame, indicator: Indicator, final: Node, figures: Figures, node: Node | None, expected: Decimal | None
) -> Progress:
    if final.finished:
        return "reached"
    if indicator.stopped and indicator.stopped.day <= frame.until:
        return "stopped"
    if final.is_disputed:
        return "disputed"
    is_over = final.due.present is not None and final.due.present < frame.reference
    is_reported = figures.is_reported if figures.by_member is not None else bool(_judged(frame, figures, final))
    if not is_reported:
        return "unreported" if is_over or expected is not None else "unjudged"
    if is_over:
        return "missed"
    if _is_exceeded(indicator, figures):
        return "behind"
    if expected is None:
        return "unjudged"
    return _held(figures, node, expected, _judged(frame, figures, node or final))


def _is_exceeded(indicator: Indicator, figures: Figures) -> bool:
    """Whether a total is more than it may be already: it will not come down again."""
    last, most = figures.latest, indicator.target.most
    return last is not None and most is not None and not indicator.is_level and last.value > most


def _held(figures: Figures, node: Node | None, expected: Decimal, judged: Value | None) -> Progress:
    """How a figure compares with what was expected; a group is behind until all of it has come up."""
    if figures.by_member is not None and node:
        return "disputed" if node.is_disputed else "on" if node.finished else "behind"
    if judged is None:
        return "unjudged" if figures.by_member is not None else "unreported"
    value = judged.told
    if not figures.target.rises:
        return "on" if Bar(figures.target, expected).is_met(value) else "behind"
    return "ahead" if value > expected else "on" if value == expected else "behind"
