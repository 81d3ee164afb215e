"""The words that templates have: ``{{ o.due.present | day }}``."""

from __future__ import annotations

from collections.abc import Callable

from ducha.render import duty_words, period_words, project_words, ranking_words, supervision_words, words

FILTERS: dict[str, Callable[..., object]] = {
    "against_bar": words.against_bar,
    "against_node": words.against_node,
    "amount": words.amount,
    "bare": words.bare,
    "brief": duty_words.brief,
    "came": duty_words.came,
    "chinese": words.chinese,
    "class_title": project_words.class_title,
    "compared": words.compared,
    "day": words.day,
    "entered": project_words.entered,
    "growth": words.growth,
    "handled_by": supervision_words.handled_by,
    "issue_state": supervision_words.issue_state,
    "label": period_words.label,
    "last": period_words.last,
    "level": words.level,
    "listed": project_words.listed,
    "missing": words.missing,
    "moved": words.moved,
    "node": words.node,
    "notice_number": supervision_words.notice_number,
    "paragraphs": words.paragraphs,
    "period": duty_words.period,
    "pieces": project_words.pieces,
    "points": words.points,
    "portion": words.portion,
    "progress": words.progress,
    "quoted": words.quoted,
    "rate": words.rate,
    "reached": words.reached,
    "registered": project_words.registered,
    "requirements": supervision_words.requirements,
    "rules": ranking_words.rules,
    "share": words.share,
    "source": supervision_words.source_of,
    "stages": project_words.stages,
    "summons": ranking_words.summons,
    "target": words.target,
    "this": period_words.this,
    "units": words.units,
}
"""name → function"""
