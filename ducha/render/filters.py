"""The words that templates have: ``{{ o.due.present | day }}``."""

from __future__ import annotations

from collections.abc import Callable

from ducha.render import (
    duty_words,
    figure_words,
    period_words,
    progress_words,
    ranking_words,
    sums,
    supervision_words,
    target_words,
    words,
)

FILTERS: dict[str, Callable[..., object]] = {
    "against_bar": progress_words.against_bar,
    "against_node": progress_words.against_node,
    "amount": words.amount,
    "bare": words.bare,
    "beside_county": sums.beside_county,
    "brief": duty_words.brief,
    "came": duty_words.came,
    "chinese": words.chinese,
    "compared": words.compared,
    "day": words.day,
    "done": figure_words.done,
    "growth": figure_words.growth,
    "handled_by": supervision_words.handled_by,
    "issue_state": supervision_words.issue_state,
    "label": period_words.label,
    "last": period_words.last,
    "level": figure_words.level,
    "member_figure": figure_words.member_figure,
    "missing": figure_words.missing,
    "moved": ranking_words.moved,
    "node": target_words.node,
    "notice_number": supervision_words.notice_number,
    "paragraphs": words.paragraphs,
    "period": duty_words.period,
    "points": words.points,
    "progress": progress_words.progress,
    "quoted": words.quoted,
    "rate": words.rate,
    "reached": figure_words.reached,
    "requirements": supervision_words.requirements,
    "rules": ranking_words.rules,
    "share": words.share,
    "short_of_stretch": progress_words.short_of_stretch,
    "source": supervision_words.source_of,
    "summons": ranking_words.summons,
    "target": target_words.target,
    "task": target_words.task,
    "total_label": figure_words.total_label,
    "this": period_words.this,
    "units": words.units,
}
"""name → function"""
